# Nombres de países y organismos que faltan en el CLDR de Unicode o que allí figuran de otro modo.

country-name = { $name ->
    [palestine] Palestina
    [holy-see] Santa Sede
    [hong-kong] Hong Kong
    [myanmar] Myanmar
    [ivory-coast] Costa de Marfil
    [democratic-republic-of-the-congo] República Democrática del Congo
    [republic-of-the-congo] República del Congo
    [united-states] Estados Unidos
    [united-nations] Naciones Unidas
    [north-korea] Corea del Norte
    [south-korea] Corea del Sur
    [nato] OTAN
    [african-union] Unión Africana
    [arab-league] Liga Árabe
    [asean] ASEAN
    [osce] OSCE
    [iaea] OIEA
    [opcw] OPAQ
    [world-health-organization] Organización Mundial de la Salud
    [international-court-of-justice] Corte Internacional de Justicia
    [international-criminal-court] Corte Penal Internacional
    [international-monetary-fund] Fondo Monetario Internacional
    [world-bank] Banco Mundial
    [world-trade-organization] Organización Mundial del Comercio
    [gulf-cooperation-council] Consejo de Cooperación del Golfo
    [organization-of-american-states] Organización de los Estados Americanos
    [organisation-of-islamic-cooperation] Organización de Cooperación Islámica
    [economic-community-of-west-african-states] Comunidad Económica de Estados de África Occidental
    [east-african-community] Comunidad de África Oriental
    [southern-african-development-community] Comunidad de África Meridional para el Desarrollo
    [caribbean-community] Comunidad del Caribe
    [mercosur] Mercosur
    [collective-security-treaty-organization] Organización del Tratado de Seguridad Colectiva
    [shanghai-cooperation-organisation] Organización de Cooperación de Shanghái
    [g7] G7
    [g20] G20
    [red-cross] Cruz Roja
    [scotland] Escocia
    [wales] Gales
    [northern-ireland] Irlanda del Norte
    [abkhazia] Abjasia
    [northern-cyprus] Chipre del Norte
    [somaliland] Somalilandia
    [south-ossetia] Osetia del Sur
    [transnistria] Transnistria
   *[elsewhere] { "" }
 }
