# أسماء دول وهيئات لا ترد في CLDR ليونيكود، أو ترد فيه بغير ما تُسمى به هنا.

country-name = { $name ->
    [palestine] فلسطين
    [holy-see] الكرسي الرسولي
    [hong-kong] هونغ كونغ
    [myanmar] ميانمار
    [ivory-coast] كوت ديفوار
    [democratic-republic-of-the-congo] جمهورية الكونغو الديمقراطية
    [republic-of-the-congo] جمهورية الكونغو
    [united-states] الولايات المتحدة
    [united-nations] الأمم المتحدة
    [north-korea] كوريا الشمالية
    [south-korea] كوريا الجنوبية
    [nato] حلف شمال الأطلسي
    [african-union] الاتحاد الأفريقي
    [arab-league] جامعة الدول العربية
    [asean] رابطة آسيان
    [osce] منظمة الأمن والتعاون في أوروبا
    [iaea] الوكالة الدولية للطاقة الذرية
    [opcw] منظمة حظر الأسلحة الكيميائية
    [world-health-organization] منظمة الصحة العالمية
    [international-court-of-justice] محكمة العدل الدولية
    [international-criminal-court] المحكمة الجنائية الدولية
    [international-monetary-fund] صندوق النقد الدولي
    [world-bank] البنك الدولي
    [world-trade-organization] منظمة التجارة العالمية
    [gulf-cooperation-council] مجلس التعاون الخليجي
    [organization-of-american-states] منظمة الدول الأمريكية
    [organisation-of-islamic-cooperation] منظمة التعاون الإسلامي
    [economic-community-of-west-african-states] الجماعة الاقتصادية لدول غرب أفريقيا
    [east-african-community] جماعة شرق أفريقيا
    [southern-african-development-community] الجماعة الإنمائية للجنوب الأفريقي
    [caribbean-community] الجماعة الكاريبية
    [mercosur] السوق المشتركة لبلدان المخروط الجنوبي
    [collective-security-treaty-organization] منظمة معاهدة الأمن الجماعي
    [shanghai-cooperation-organisation] منظمة شنغهاي للتعاون
    [g7] مجموعة السبع
    [g20] مجموعة العشرين
    [red-cross] الصليب الأحمر
    [scotland] اسكتلندا
    [wales] ويلز
    [northern-ireland] أيرلندا الشمالية
    [abkhazia] أبخازيا
    [northern-cyprus] شمال قبرص
    [somaliland] أرض الصومال
    [south-ossetia] أوسيتيا الجنوبية
    [transnistria] ترانسنيستريا
   *[elsewhere] { "" }
 }
