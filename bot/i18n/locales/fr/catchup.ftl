# What is new since somebody last looked.

catchup-title = Depuis votre dernière visite
catchup-cut = Votre dernière visite date de plus d’une semaine : voici la dernière semaine.
