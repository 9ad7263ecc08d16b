# Préparer un serveur en une fois, et les premiers mots dans un nouveau.

setup-title = Installation
setup-channel = Salon
setup-language = Langue
setup-zone = Fuseau horaire
setup-pack = Sources
setup-time = Synthèse quotidienne à
setup-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
 }
setup-carry = { $total ->
    [one] Ce que sa source publie en ce moment ({ $count } sur { $total } a répondu) ; la première synthèse en sera tirée :
   *[other] Ce que ses sources publient en ce moment ({ $count } sur { $total } ont répondu) ; la première synthèse en sera tirée :
 }
setup-carry-none = Aucune de ses { $total } sources n’a répondu. Vérifiez le réseau et réessayez, ou choisissez un autre lot.
setup-begin = Installer
setup-preview = Aperçu
setup-nothing-yet = Rien ne change avant que vous choisissiez « Installer »
setup-confirm = Pour l’installer : { $command }
setup-done = C’est installé
setup-try = Pour voir une synthèse avant qu’elle ne vienne : { $command }
setup-undo = Annuler
setup-undo-by = Pour annuler : { $command }
setup-undone = Annulé
setup-undone-feeds = { $count ->
    [one] { $count } flux a été retiré.
   *[other] { $count } flux ont été retirés.
 }
setup-undone-digest = La synthèse a été retirée.
setup-undone-settings = La langue et le fuseau horaire sont comme avant.
setup-undo-unknown = Ceci ne désigne aucune installation.
    .step = Copiez-le de la réponse à setup.
setup-nothing-answered = Aucune source de ce lot n’a répondu ; rien n’a été changé.
    .step = Réessayez plus tard, ou choisissez un autre lot.
setup-welcome = Bonjour, je suis Attaché
setup-welcome-managers = Si vous gérez ce serveur, écrivez **/setup** : choisissez un salon et des sources, et une synthèse viendra chaque matin.
setup-welcome-everybody = Chacun peut me donner un article : **/summarize** et **/whosaid** répondent avec ses propres mots. **/help** en dit plus.
setup-welcome-once = Ceci n’est dit qu’une fois
