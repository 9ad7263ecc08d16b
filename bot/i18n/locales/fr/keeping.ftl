# Backups, restoring and moving an archive, for whoever runs the bot: what cannot be done, and what to do next.

keeping-no-file = Il n’y a pas d’archives : { $path } n’existe pas.
    .step = Vérifiez DATABASE_URL et ATTACHE_DATA_DIR.
keeping-no-archive = Il n’y a pas d’archives dans cette base de données.
    .step = Vérifiez DATABASE_URL.
keeping-newer-backup = Cette sauvegarde a été faite par une version d’Attaché plus récente que celle-ci.
    .step = Restaurez-la avec cette version-là ; rien n’a été modifié.
# What is wrong with it stands in keeping-damage.
keeping-damaged-backup = Ceci n’est pas une sauvegarde complète d’Attaché : { $why }.
    .step = { keeping-another-backup }
keeping-another-backup = Prenez-en une autre ; rien n’a été modifié dans les archives.
keeping-damage = { $kind ->
    [foreign] c’est un fichier d’un autre type
    [head] sa première ligne n’est pas complète
    [checksum] sa somme de contrôle est différente
    [tail] quelque chose suit sa fin
    [cut] elle s’arrête au milieu
    [packed] elle ne peut pas être décompressée
    [table] une table commence comme autre chose
   *[line] une ligne n’est pas celle d’une sauvegarde
 }
keeping-damaged-row = une ligne de { $table } n’en est pas une
keeping-damaged-rows = les lignes de { $table } ne sont pas celles qui ont été écrites
keeping-rows-unfit = Des lignes de la table { $table } ne s’accordent pas avec les autres.
    .step = Leur source est endommagée (`python -m bot doctor` vérifie les archives) ; rien n’a été modifié dans les archives.
keeping-rows-refused = La base de données n’accepte pas les lignes de la table { $table }.
    .step = Son propre journal dit pourquoi ; rien n’a été modifié dans les archives.
keeping-only-from-sqlite = Seules des archives sur SQLite se déplacent.
    .step = Entre d’autres bases, utilisez `backup` et `restore`.
keeping-only-to-postgresql = Les archives se déplacent vers PostgreSQL.
    .step = Donnez `postgresql://user:password@host/name`.
keeping-nothing-to-move = Il n’y a pas d’archives à déplacer : { $path } n’existe pas.
    .step = Vérifiez DATABASE_URL.
keeping-running-move = Attaché tourne sur ces archives.
    .step = Arrêtez-le, puis déplacez-les.
keeping-running-restore = Attaché tourne sur ces archives.
    .step = Arrêtez-le, puis restaurez-les.
keeping-changed = Les archives ont changé depuis le début de leur déplacement.
    .step = { keeping-afresh }
keeping-afresh = Donnez la même commande avec `--afresh` : elle vide ce qui a été copié et recommence.
keeping-foreign-move = La base de données contient le début d’un déplacement par une autre version d’Attaché.
    .step = { keeping-empty }
keeping-archive-there = La base de données contient déjà des archives.
    .step = { keeping-empty }
keeping-empty = Donnez une base de données vide : `CREATE DATABASE` en crée une.
keeping-tables-differ = La table { $table } n’est pas la même des deux côtés.
    .step = { keeping-afresh }
keeping-search-differs = La recherche contient { $made } déclarations là où l’ancienne en contenait { $wanted }.
    .step = { keeping-afresh }
keeping-not-empty = Les archives à cet endroit ne sont pas vides.
    .step = Donnez `--force` pour les remplacer par la sauvegarde.
keeping-table-unknown = La sauvegarde a une table { $table } que des archives de sa révision n’ont pas.
    .step = { keeping-another-backup }
