# Noms de pays et d’organisations absents du CLDR d’Unicode, ou qui y figurent autrement qu’ici.

country-name = { $name ->
    [palestine] Palestine
    [holy-see] Saint-Siège
    [hong-kong] Hong Kong
    [myanmar] Myanmar
    [ivory-coast] Côte d’Ivoire
    [democratic-republic-of-the-congo] République démocratique du Congo
    [republic-of-the-congo] République du Congo
    [united-states] États-Unis
    [united-nations] Nations Unies
    [north-korea] Corée du Nord
    [south-korea] Corée du Sud
    [nato] OTAN
    [african-union] Union africaine
    [arab-league] Ligue arabe
    [asean] ASEAN
    [osce] OSCE
    [iaea] AIEA
    [opcw] OIAC
    [world-health-organization] Organisation mondiale de la santé
    [international-court-of-justice] Cour internationale de justice
    [international-criminal-court] Cour pénale internationale
    [international-monetary-fund] Fonds monétaire international
    [world-bank] Banque mondiale
    [world-trade-organization] Organisation mondiale du commerce
    [gulf-cooperation-council] Conseil de coopération du Golfe
    [organization-of-american-states] Organisation des États américains
    [organisation-of-islamic-cooperation] Organisation de la coopération islamique
    [economic-community-of-west-african-states] Communauté économique des États de l’Afrique de l’Ouest
    [east-african-community] Communauté d’Afrique de l’Est
    [southern-african-development-community] Communauté de développement de l’Afrique australe
    [caribbean-community] Communauté des Caraïbes
    [mercosur] Mercosur
    [collective-security-treaty-organization] Organisation du traité de sécurité collective
    [shanghai-cooperation-organisation] Organisation de coopération de Shanghai
    [g7] G7
    [g20] G20
    [red-cross] Croix-Rouge
    [scotland] Écosse
    [wales] Pays de Galles
    [northern-ireland] Irlande du Nord
    [abkhazia] Abkhazie
    [northern-cyprus] Chypre du Nord
    [somaliland] Somaliland
    [south-ossetia] Ossétie du Sud
    [transnistria] Transnistrie
   *[elsewhere] { "" }
 }
