# Names of countries and bodies that Unicode's CLDR lacks, or gives otherwise than they are called here.

country-name = { $name ->
    [palestine] Palestine
    [holy-see] Holy See
    [hong-kong] Hong Kong
    [myanmar] Myanmar
    [ivory-coast] Ivory Coast
    [democratic-republic-of-the-congo] Democratic Republic of the Congo
    [republic-of-the-congo] Republic of the Congo
    [united-states] United States
    [united-nations] United Nations
    [north-korea] North Korea
    [south-korea] South Korea
    [nato] NATO
    [african-union] African Union
    [arab-league] Arab League
    [asean] ASEAN
    [osce] OSCE
    [iaea] IAEA
    [opcw] OPCW
    [world-health-organization] World Health Organization
    [international-court-of-justice] International Court of Justice
    [international-criminal-court] International Criminal Court
    [international-monetary-fund] International Monetary Fund
    [world-bank] World Bank
    [world-trade-organization] World Trade Organization
    [gulf-cooperation-council] Gulf Cooperation Council
    [organization-of-american-states] Organization of American States
    [organisation-of-islamic-cooperation] Organisation of Islamic Cooperation
    [economic-community-of-west-african-states] Economic Community of West African States
    [east-african-community] East African Community
    [southern-african-development-community] Southern African Development Community
    [caribbean-community] Caribbean Community
    [mercosur] Mercosur
    [collective-security-treaty-organization] Collective Security Treaty Organization
    [shanghai-cooperation-organisation] Shanghai Cooperation Organisation
    [g7] G7
    [g20] G20
    [red-cross] Red Cross
    [scotland] Scotland
    [wales] Wales
    [northern-ireland] Northern Ireland
    [abkhazia] Abkhazia
    [northern-cyprus] Northern Cyprus
    [somaliland] Somaliland
    [south-ossetia] South Ossetia
    [transnistria] Transnistria
   *[elsewhere] { "" }
 }
