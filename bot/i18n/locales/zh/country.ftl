# Unicode CLDR 中没有、或与本项目叫法不同的国家和机构名称。

country-name = { $name ->
    [palestine] 巴勒斯坦
    [holy-see] 圣座
    [hong-kong] 香港
    [myanmar] 缅甸
    [ivory-coast] 科特迪瓦
    [democratic-republic-of-the-congo] 刚果（金）
    [republic-of-the-congo] 刚果（布）
    [united-states] 美国
    [united-nations] 联合国
    [north-korea] 朝鲜
    [south-korea] 韩国
    [nato] 北约
    [african-union] 非洲联盟
    [arab-league] 阿拉伯国家联盟
    [asean] 东盟
    [osce] 欧安组织
    [iaea] 国际原子能机构
    [opcw] 禁化武组织
    [world-health-organization] 世界卫生组织
    [international-court-of-justice] 国际法院
    [international-criminal-court] 国际刑事法院
    [international-monetary-fund] 国际货币基金组织
    [world-bank] 世界银行
    [world-trade-organization] 世界贸易组织
    [gulf-cooperation-council] 海湾合作委员会
    [organization-of-american-states] 美洲国家组织
    [organisation-of-islamic-cooperation] 伊斯兰合作组织
    [economic-community-of-west-african-states] 西非国家经济共同体
    [east-african-community] 东非共同体
    [southern-african-development-community] 南部非洲发展共同体
    [caribbean-community] 加勒比共同体
    [mercosur] 南方共同市场
    [collective-security-treaty-organization] 集体安全条约组织
    [shanghai-cooperation-organisation] 上海合作组织
    [g7] 七国集团
    [g20] 二十国集团
    [red-cross] 红十字会
    [scotland] 苏格兰
    [wales] 威尔士
    [northern-ireland] 北爱尔兰
    [abkhazia] 阿布哈兹
    [northern-cyprus] 北塞浦路斯
    [somaliland] 索马里兰
    [south-ossetia] 南奥塞梯
    [transnistria] 德涅斯特河沿岸
   *[elsewhere] { "" }
 }
