# Réponses aux questions posées en toutes lettres. Les questions sont comprises en anglais : les exemples restent donc en anglais.

question-talk = { $talk ->
   *[hello] Ravi de vous lire.
    [thanks] Je vous en prie.
    [bye] Au revoir. Ce qui sera lu d’ici là vous attendra ici.
 }
question-not-understood = Je n’ai pas compris cela comme une question sur ce qui a été dit.
question-forms = On peut me demander ce que quelqu’un a dit d’un sujet, et quand ; qui a démenti, mis en garde ou salué ; si un pays a réagi ; les dernières nouvelles d’un sujet ; des citations ; deux parties l’une face à l’autre.
question-articles = Je lis aussi un lien, un article entier, ou un court texte par `/whosaid article:…` ; `/help` dit le reste.
question-nothing-read = Je n’ai encore rien lu où quelqu’un s’exprime : envoyez-moi d’abord le lien d’un article.
question-try-one = Demandez-moi en anglais, par exemple : *what did { $name } say last month?* Ou : *when did { $name } last speak?*
question-try-two = Demandez-moi en anglais, par exemple : *what did { $first } say last month?* Ou : *what is the latest from { $last }?*
# Comment une question a été comprise : qui · quel verbe · entre guillemets · à quel sujet · quand.
question-looked-for = J’ai cherché : { $parts }
question-anybody = n’importe qui
question-of = { $who } ({ $country })
question-both = { $who } et { $other }
question-or = ou
question-quoted = entre guillemets
question-earliest = la plus ancienne
question-about = au sujet de { $about }
question-all-dates = à toutes les dates, et pas seulement : { $dates }
# Under the line above, where the first time was asked for.
question-first-read = La première que j’aie lue, dans { $scope }. Cela a pu être dit plus tôt, là où je n’ai pas lu.
question-go-on = Pour continuer :
question-step = { $command ->
    [watch] Suivre { $what }
    [position] Position : { $what }
    [timeline] Dans le temps : { $what }
   *[said] Déclarations : { $what }
 }
