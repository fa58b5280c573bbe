namespace GrantsPortal.Response.Families;

/// <summary>
/// Finds a first name that stands alone. A word in capitals within a sentence is pointed out unless it is known to be none: a day, month, feast, faith, people, country
/// or a word of a district, language or partner. The first word of a sentence has a capital anyway; it is pointed out where somebody's having or doing follows.
/// German gives a capital to every noun, and some scripts have none: there the rule cannot see a name within a sentence.
/// </summary>
public static class SingleNameRules
{
    private const string NotBefore = @"(?![\p{L}\p{N}])";

    // After a word, number, comma and the like; a dash and an opening quotation mark may stand between.
    private const string Within = "(?<=[\\p{L}\\p{N},;)][ \\u00A0](?:[–—-][ \\u00A0])?[\"“„«(‘]?)";

    private const string Start = "(?<=(?:^|[.!?…:\\n][\"”’)]?[ \\u00A0\\n]?)(?:[•*–-][ \\u00A0])?[\"“„«(‘]?)";

    // Words that show that a text is German.
    private const string German =
        @"(?<!\p{L})(?:und|nicht|ist|sind|einen|einer|für|wird|werden|wurde|seit|sich|schläft|braucht|brauchen|(?:[Dd]ie|[Dd]er|[Dd]en|[Dd]em|[Dd]as|[Ee]ine?|[Kk]eine?)(?= \p{Lu}))(?!\p{L})";

    private const string Days =
        "Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?|January|February|March|April|May|June|July|August|September|October|November|December"
        + "|Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık|Pazartesi|Salı|Çarşamba|Perşembe|Cuma|Cumartesi|Pazar"
        + "|Christmas|Easter|Advent|Lent|Ramadan|Ramazan|Eid|Ashura|Passover|Pesach|Shabbat|Sabbath|Hanukkah|Purim|Sukkot|Diwali|Vaisakhi|Holi|Nowruz|Newroz|Vesak";

    private const string Faiths =
        "God|Allah|Jesus|Quran|Qur’an|Koran|Bible|Torah|Islam|Islamic|Muslims?|Christians?|Jews?|Jewish|Judaism|Sikhs?|Hindus?|Buddhists?|Shia|Sunni|Alevis?|Ahmadi|Yazidis?|Quakers?"
        + "|Catholics?|Protestants?|Orthodox|Anglicans?|Baptists?|Methodists?|Pentecostals?|Imam|Imams|Rabbi|Rabbis";

    private const string Peoples =
        "Somalis?|Turkish|Turks?|Kurdish|Kurds?|Polish|Poles?|Ukrainians?|Russians?|Syrians?|Eritreans?|Ethiopians?|Afghans?|Iraqis?|Iranians?|Persian|Arabs?|Arabic|Africans?|Asians?|Europeans?"
        + "|Roma|Sinti|Travellers?|Albanians?|Bosnians?|Serbs?|Serbian|Croats?|Croatian|Greeks?|Bulgarians?|Romanians?|Hungarians?|Czech|Slovaks?|Italians?|Spanish|Portuguese|French|Germans?|English"
        + "|British|Irish|Scottish|Welsh|Dutch|Danish|Swedish|Norwegian|Finnish|Indians?|Pakistanis?|Bangladeshis?|Bengali|Tamils?|Nepali|Chinese|Cantonese|Mandarin|Japanese|Koreans?|Vietnamese|Thai"
        + "|Filipinos?|Tagalog|Nigerians?|Ghanaians?|Kenyans?|Sudanese|Congolese|Gambians?|Moroccans?|Algerians?|Tunisians?|Libyans?|Egyptians?|Palestinians?|Lebanese|Jordanians?|Yemenis?|Israelis?"
        + "|Americans?|Canadians?|Brazilians?|Colombians?|Latin|Caribbean|Jamaicans?|Tigrinya|Amharic|Oromo|Swahili|Lingala|Wolof|Twi|Yoruba|Igbo|Hausa|Pashto|Dari|Farsi|Urdu|Punjabi|Gujarati|Hindi"
        + "|Armenians?|Georgians?|Azeri|Chechens?|Lithuanians?|Latvians?|Estonians?|Uyghurs?|Rohingya|Hebrew|Yiddish";

    private const string Places =
        "Syria|Somalia|Eritrea|Ethiopia|Sudan|Afghanistan|Iraq|Iran|Turkey|Türkiye|Ukraine|Russia|Poland|Romania|Bulgaria|Albania|Kosovo|Bosnia|Serbia|Croatia|Greece|Italy|Spain|Portugal|France|Germany"
        + "|Netherlands|Belgium|Austria|Switzerland|Sweden|Denmark|Norway|Finland|Ireland|Scotland|Wales|England|Britain|Europe|Africa|Asia|India|Pakistan|Bangladesh|Nepal|China|Japan|Korea|Vietnam"
        + "|Nigeria|Ghana|Kenya|Uganda|Rwanda|Congo|Gambia|Senegal|Morocco|Algeria|Tunisia|Libya|Egypt|Palestine|Gaza|Lebanon|Yemen|Israel|America|Canada|Brazil|Colombia|Venezuela|Jamaica|Cyprus|Malta"
        + "|Hungary|Slovakia|Moldova|Belarus|Armenia|Azerbaijan";

    private const string Others = "I|Police|Council|City|Court|Hospital|Mosque|Church|Synagogue|Temple|Gurdwara|Parliament|Ministry|Cross|Crescent|Internet|WhatsApp|Facebook|Telegram|Signal|Covid";

    private const string NoName = $@"(?!(?:{Days}|{Faiths}|{Peoples}|{Places}|{Others})(?:['’](?:s|m|ve|d|ll))?{NotBefore})";

    // Who can do and have something without a name.
    private const string NoFirst =
        "(?!(?:Nobody|Somebody|Everybody|Anybody|Someone|Everyone|Anyone|One|He|She|It|This|That|Who|What|Where|Here|There|Let|Another|Each|Neither|Either|None|Today|Yesterday|Tomorrow"
        + "|Children|Women|Men|People|Families|Parents|Mothers?|Fathers?|Mum|Dad|Grandmother|Grandfather|Brother|Sister|Son|Daughter|Widow|Widower|Wife|Husband|Aunt|Uncle|Cousin|Baby|Family|Group|School"
        + "|Partner|Teacher|Neighbour|Caseworker|Volunteer|Nurse|Doctor|Lawyer|Interpreter|Er|Sie|Es|Niemand|Jemand|Wer|Man|Jeder|Jede|Keiner|Keine|Mutter|Vater|Tochter|Sohn|Familie|Witwe"
        + "|Il|Elle|On|Personne|Chacun|Ça|Cela|Tout|Qui|Él|Ella|Nadie|Alguien|Usted|Quien|Lui|Lei|Nessuno|Qualcuno|Chi|Hij|Zij|Niemand|Iemand|Wie|Nikt|Ktoś|Kto)(?!\\p{L}))";

    private const string Doing =
        "(?:sleeps|cries|lives|lost|needs|wants|asks|asked|says|said|told|misses|speaks|fled|died|stays|feels|fears|cannot|can['’]t|(?:does|did|has) not|(?:does|did|has)n['’]t|has nobody|(?:is|was) (?:afraid|alone|hurt|killed|threatened)"
        + "|schläft|weint|lebt|braucht|möchte|will|sagt|fragt|ist allein|(?:ne )?dort|pleure|vit|demande|veut|a (?:besoin|perdu|peur)|(?:no )?duerme|llora|vive|necesita|pide|quiere|perdió|tiene miedo"
        + "|(?:non )?dorme|piange|ha bisogno|chiede|slaapt|huilt|woont|nie śpi|płacze|mieszka|potrzebuje)";

    /// <summary>The expressions, read alike by .NET and by browsers with the flag <c>u</c>.</summary>
    /// <param name="word">What a word with a capital is.</param>
    /// <param name="noFirst">What a name never begins with.</param>
    /// <param name="allowed">An expression that keeps words of known phrases out; may be empty.</param>
    public static IReadOnlyList<string> Patterns(string word, string noFirst, string allowed) =>
    [
        $@"{Within}{allowed}{noFirst}{NoName}{word}{NotBefore}(?<!{German}[\s\S]*)(?![\s\S]*{German})",
        $@"{Start}{allowed}{noFirst}{NoName}{NoFirst}{word}(?:(?<=['’]s)(?= \p{{Ll}})|(?= {Doing}{NotBefore}))",
    ];
}
