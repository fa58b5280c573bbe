using GrantsPortal.Organisations;
using static GrantsPortal.Organisations.OrganisationKind;

namespace GrantsPortal.Publishing.Demo;

/// <summary>An organisation of the city, invented like everybody in it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="District">Where in the city it is.</param>
/// <param name="Owner">Name of its Owner, or the key of a demo account.</param>
/// <param name="About">What it does, in its own words.</param>
/// <param name="Number">Legal number; null for groups on no register.</param>
/// <param name="Careful">Whether it is at risk: letters behind sign-in, never named in public.</param>
internal sealed record DemoOrganisation(string Name, OrganisationKind Kind, string District, string Owner, string About, string? Number = null, bool Careful = false);

/// <summary>
/// The sixty organisations of the demo. Their charity numbers lie beyond those that were ever given out, so that none is
/// anybody's.
/// </summary>
internal static class DemoOrganisations
{
    public static readonly IReadOnlyList<DemoOrganisation> All =
    [
        new("Harbour Women’s Circle", CommunityGroup, "Harbour", "applicant1", "Women from eleven countries who meet on Thursdays in the old customs house: language tables, help with letters, and a crèche so that mothers can come."),
        new("Northgate Youth Forum", Charity, "Northgate", "applicant2", "Young people aged 13 to 21 who run their own programme in a former tyre shop. Two youth workers, forty volunteers, one very loud kitchen.", "9900101"),
        new("Weirside Newcomers’ Kitchen", CommunityGroup, "Weirside", "applicant3", "We cook with people who have just arrived. Everybody teaches a dish and learns one. Not registered; our accounts are kept by the parish."),
        new("Riverton Interfaith Walkers", CommunityGroup, "Old Town", "applicant4", "Once a month we walk from one house of worship to another and are shown round by those who pray there."),
        new("Castle Hill Gospel Choir", FaithCommunity, "Castle Hill", "applicant5", "A choir of sixty that sings in care homes, at festivals and, since last year, together with the synagogue’s choir."),
        new("Millfield Bangladeshi Elders’ Club", CommunityGroup, "Millfield", "applicant7", "A daily lunch and a place to read the paper for older people who came to work in the mills. Open to every neighbour over sixty."),
        new("Beit Shalom Community", FaithCommunity, "Priory", "applicant8", "A small Jewish community: services, Hebrew school, a visiting circle for the sick of any faith.", "9900102", Careful: true),
        new("Gurdwara Kitchen Volunteers", FaithCommunity, "Eastbank", "applicant9", "We serve free meals every day from the langar of the gurdwara on Mill Lane, and drive them to people who cannot come.", "9900103"),
        new("Eastbank Elders’ Table", CommunityGroup, "Eastbank", "reviewer5", "Caribbean and Irish elders who came in the same years to the same streets, and their children. Dominoes, memory, hot lunch."),
        new("Old Town Mosque Trust", FaithCommunity, "Old Town", "Bilal Ahmed", "The trust that looks after the mosque on Chandler Street: prayer, a homework club, a women’s gym, an open door on Sundays.", "9900104"),
        new("St Brigid’s Parish Hall", FaithCommunity, "Weirside", "Maeve Donnelly", "A parish hall with a food pantry, a repair café and rooms that thirty groups share.", "9900105"),
        new("Riverton Roma Women’s Association", CommunityGroup, "Millfield", "Simona Lakatos", "Roma mothers who go with families to schools, surgeries and offices, so that nobody stands there alone.", null, true),
        new("Harbour Somali Families", Charity, "Harbour", "Hodan Abdi", "Homework help, a fathers’ group and a telephone line in Somali, run by families for families.", "9900106"),
        new("Kurdish Cultural House", Charity, "Northgate", "Rojin Demir", "Music, dance and a library in Kurmanji and Sorani; rooms where people of four states sit at one table.", "9900107"),
        new("Northgate Methodist Church", FaithCommunity, "Northgate", "Peter Whitlock", "A church of eighty with a warm room on weekdays and a long habit of opening it to others.", "9900108"),
        new("Riverton Buddhist Centre", FaithCommunity, "Castle Hill", "Anna Lindqvist", "Meditation, study and a hospice visiting group, in a house that used to be a bank.", "9900109"),
        new("Hindu Mandir Seva Group", FaithCommunity, "Eastbank", "Meera Joshi", "Volunteers of the mandir who visit older neighbours and teach languages, yoga and bookkeeping.", "9900110"),
        new("Weirside Boxing and Homework Club", Charity, "Weirside", "Carl Jennings", "First the homework, then the gloves. Ninety children a week, most of them from the estate.", "9900111"),
        new("Rainbow Riverton", Charity, "Old Town", "Sam Fletcher", "Support, advocacy and Friday suppers for LGBT+ people, among them many who fled here.", "9900112", true),
        new("Priory Dementia Friends Café", CommunityGroup, "Priory", "Joan Whittle", "Tea, songs and company for people who forget and those who look after them."),
        new("Polish Saturday School", School, "Castle Hill", "Agnieszka Zielińska", "Language and history for a hundred children, and a parents’ forum that talks about what children hear online.", "9900113"),
        new("Riverton Deaf Community Network", Charity, "Old Town", "Lucy Hargreaves", "Deaf people organising for Deaf people: sign language lessons, interpreters, a drama group.", "9900114"),
        new("Eritrean Orthodox Fellowship", FaithCommunity, "Harbour", "Yonas Tesfay", "A congregation of families and young people who came alone; we pray, eat and look after one another."),
        new("Millfield Tenants Together", CommunityGroup, "Millfield", "Denise Barlow", "Tenants of three tower blocks. We began with the lifts and went on to everything else."),
        new("Chinese Elders’ Association of Riverton", Charity, "Old Town", "Wai-Ling Chan", "Lunch club, tai chi and help with forms in Cantonese, Hakka and Mandarin.", "9900115"),
        new("Ahmadiyya Community Outreach", FaithCommunity, "Northgate", "Naveed Malik", "We clean streets, give blood and open our house to whoever has questions.", "9900116"),
        new("Quaker Peace Room", FaithCommunity, "Priory", "Eleanor Marsh", "A quiet room and trained mediators for neighbours, families and groups who have stopped talking.", "9900117"),
        new("Youth Theatre of the Weir", Charity, "Weirside", "Theo Grant", "Plays made by young people about what happens to them, shown in schools, bars and bus stations.", "9900118"),
        new("Afghan Families’ Bridge", CommunityGroup, "Eastbank", "Zahra Noori", "Families who arrived since 2021 and families who arrived before, teaching one another how things work."),
        new("Riverton Street Pastors", FaithCommunity, "Old Town", "Michael Osei", "Volunteers of nine churches who are on the streets on weekend nights with water, blankets and time.", "9900119"),
        new("The Loom Workers’ Cooperative", SocialEnterprise, "Millfield", "Farida Begum", "A sewing workshop owned by the women who sew in it; apprenticeships for those who have never earned.", "9900120"),
        new("Harbourside FC Community Trust", Charity, "Harbour", "Lee Stanton", "The football club’s trust: walking football, girls’ teams, and a programme against what is shouted from the stands.", "9900121"),
        new("Latin American Women’s Desk", CommunityGroup, "Harbour", "Camila Rojas", "Advice about work, housing and violence in Spanish and Portuguese, by women who went through it.", null, true),
        new("Ukrainian House Riverton", Charity, "Castle Hill", "Oksana Kovalenko", "School on Saturdays, choir on Sundays, help with everything in between.", "9900122"),
        new("Sikh and Muslim Women’s Reading Group", CommunityGroup, "Eastbank", "Jasvinder Kaur", "Twenty women, one book a month, and the talks that our grandmothers could not have."),
        new("Riverton Jewish Youth Club", FaithCommunity, "Priory", "Ben Adler", "Clubs and camps for 8 to 18, and a team of young speakers who visit schools.", "9900123", true),
        new("Priory Street Allotments", CommunityGroup, "Priory", "George Pell", "Forty-two plots, nineteen mother tongues and one shed."),
        new("Northgate Primary School", School, "Northgate", "Ifeoma Eze", "A school of 420 children and 38 languages, with a parents’ room that is never empty.", "9900124"),
        new("Riverton College Students’ Union", School, "Castle Hill", "Kieran Walsh", "The union of 6,000 students, with societies that agree on little and share a corridor.", "9900125"),
        new("Weirside Pensioners’ Action", CommunityGroup, "Weirside", "Maureen Tate", "We know who has not opened their curtains, and we knock."),
        new("Congolese Christian Fellowship", FaithCommunity, "Northgate", "Pastor Josué Ilunga", "A French- and Lingala-speaking congregation with a youth band and a food cupboard."),
        new("Filipino Carers’ Network", CommunityGroup, "Old Town", "Maricel Santos", "Carers and nurses who look after others all week and one another on Sundays."),
        new("Old Town Traders’ Association", Business, "Old Town", "Ravi Patel", "Eighty shops and stalls of the market street; we know everybody who walks past.", "9900126"),
        new("Welcome Wheels", SocialEnterprise, "Harbour", "Nadia Karim", "We mend donated bicycles with newcomers and teach women to ride them.", "9900127"),
        new("Riverton Humanists", CommunityGroup, "Castle Hill", "Stephen Hale", "Talks, ceremonies and a hand held out to religious neighbours."),
        new("Tamil Arts Academy", Charity, "Eastbank", "Anbu Selvan", "Dance, drumming and the stories behind them for 150 pupils of every background.", "9900128"),
        new("Castle Hill Residents’ Forum", CommunityGroup, "Castle Hill", "Barbara Lyle", "Residents of forty years and of four months, in the same room on the first Monday."),
        new("Sudanese Doctors’ and Families’ Circle", CommunityGroup, "Weirside", "Dr Ibtisam Elhag", "Doctors who are not yet allowed to practise, and families who need somebody to ask."),
        new("Anti-Hate Helpline Riverton", Charity, "Old Town", "Claire Dunmore", "A telephone line and caseworkers for people who were attacked for who they are.", "9900129", true),
        new("Riverton Council of Faiths", Charity, "Old Town", "Canon Judith Hale", "Thirteen traditions in one council: training, statements when it matters, and a rota of hospitality.", "9900130"),
        new("Traveller Education Group", CommunityGroup, "Millfield", "Kathleen Ward", "Irish Traveller and Romany parents who want school to work for their children.", null, true),
        new("Millfield Community Radio", SocialEnterprise, "Millfield", "DJ Marlon Pryce", "Radio from the seventh floor in twelve languages, with a newsroom that checks rumours before they travel.", "9900131"),
        new("Syrian Bakers’ Collective", SocialEnterprise, "Weirside", "Samir Khoury", "Bread, sweets and apprenticeships; the unsold loaves go to the pantry next door.", "9900132"),
        new("Eastbank Library Friends", CommunityGroup, "Eastbank", "Helen Frost", "We keep the branch open on Saturdays and fill it with readings in the languages of the street."),
        new("Grandmothers for Peace", CommunityGroup, "Priory", "Nora Fitzgerald", "We have seen it before, and we go into schools to say so."),
        new("Ethiopian Coffee Mornings", CommunityGroup, "Harbour", "Selam Bekele", "A coffee ceremony is three cups long. Nobody leaves a stranger."),
        new("Riverton Disability Coalition", Charity, "Northgate", "Owen Pritchard", "Disabled people’s own organisation: advice, campaigning, and an access check for any group that asks.", "9900133"),
        new("Young Muslims Debate", CommunityGroup, "Old Town", "Sumaya Aziz", "Debating, rhetoric and media literacy for 14 to 19; half of our speakers are not Muslim."),
        new("Holy Trinity Greek Orthodox Community", FaithCommunity, "Harbour", "Eleni Markou", "The parish of fishermen’s families and of those who came after; a Saturday school, a feast in August.", "9900134"),
        new("Victims’ Families Network", CommunityGroup, "Priory", "Angela Frost", "Families who lost somebody to violence, listening to families who just have.", null, true),
    ];
}
