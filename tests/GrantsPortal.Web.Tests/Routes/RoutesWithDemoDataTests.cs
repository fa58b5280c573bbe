using System.Net;
using System.Text.RegularExpressions;
using GrantsPortal.People;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Routes;

/// <summary>A portal filled with demo data, and its people's browsers.</summary>
public sealed class FilledCity : IDisposable
{
    private readonly Dictionary<string, Visitor> _visitors = [];

    /// <summary>The city.</summary>
    public City City { get; } = new(("Demo:Enabled", "true"));

    /// <summary>Somebody's browser, signed in once; nobody's for an empty name.</summary>
    public async Task<Visitor> As(string account)
    {
        if (!_visitors.TryGetValue(account, out var visitor))
        {
            visitor = _visitors[account] = City.Visitor();
            if (account.Length > 0)
            {
                await visitor.SignIn(new Person { Email = $"{account}@demo.example" });
            }
        }

        return visitor;
    }

    /// <summary>A path with its places filled: <c>{award:Title}</c>, <c>{application:Title}</c>, <c>{report:Title of its award}</c>, <c>{review:account}</c>; <c>{payment:State}</c>, <c>{payee:State}</c>, <c>{batch:State}</c>, <c>{statement:State}</c>, <c>{line:State}</c>, <c>{repayment:State}</c>, <c>{introduction:State}</c>.</summary>
    public async Task<string> Fill(string path)
    {
        if (Regex.Match(path, @"\{(\w+):([^}]+)\}") is not { Success: true } place)
        {
            return path;
        }

        var name = place.Groups[2].Value;
        var found = await City.Read(async work => place.Groups[1].Value switch
        {
            "award" => await work.Scalar<string>("SELECT Reference FROM Award WHERE Title = @name", new { name }),
            "certificate" => await work.Scalar<string>("SELECT MAX(Code) FROM Certificate WHERE CourseTitle = @name", new { name }),
            "over" => await work.Scalar<string>("SELECT MAX(o.Id) FROM Occasion o WHERE o.Title = @name AND EXISTS (SELECT 1 FROM Certificate c WHERE c.OccasionId = o.Id)", new { name }),
            "asked" => await work.Scalar<string>("SELECT MAX(b.Secret) FROM Booking b JOIN Occasion o ON o.Id = b.OccasionId JOIN FeedbackSheet s ON s.BookingId = b.Id AND s.Moment = 'After' WHERE o.Title = @name", new { name }),
            "mail" => await work.Scalar<string>("SELECT MAX(Id) FROM InboundMail WHERE Subject = @name", new { name }),
            "organisation" => await work.Scalar<string>("SELECT Id FROM Organisation WHERE Name = @name", new { name }),
            "run" => await work.Scalar<string>("SELECT MAX(Id) FROM Occasion WHERE Title = @name AND State = 'Published'", new { name }),
            "incident" => await work.Scalar<string>("SELECT MAX(Reference) FROM Incident WHERE Title = @name", new { name }),
            "introduction" => await work.Scalar<string>("SELECT MAX(Reference) FROM Introduction WHERE State = @name", new { name }),
            "invitation" => await work.Scalar<string>("SELECT MAX(i.Secret) FROM EventInvitation i JOIN Person p ON p.Id = i.PersonId WHERE p.Email = @email", new { email = name + "@demo.example" }),
            "guest" => await work.Scalar<string>("SELECT MAX(b.Secret) FROM Booking b JOIN BookingNeed n ON n.BookingId = b.Id WHERE b.Email = @email", new { email = name + "@demo.example" }),
            "report" => await work.Scalar<string>("SELECT r.Id FROM Report r JOIN Award a ON a.Id = r.AwardId WHERE a.Title = @name AND r.Number = 1", new { name }),
            "batch" => await work.Scalar<string>("SELECT MAX(Reference) FROM PaymentBatch WHERE State = @name", new { name }),
            "statement" => await work.Scalar<string>("SELECT MAX(Id) FROM BankStatement WHERE State = @name", new { name }),
            "line" => await work.Scalar<string>("SELECT MIN(Id) FROM BankLine WHERE State = @name", new { name }),
            "repayment" => await work.Scalar<string>("SELECT MIN(Reference) FROM Repayment WHERE State = @name", new { name }),
            "payment" => await work.Scalar<string>("SELECT MAX(Reference) FROM Payment WHERE State = @name AND AwardId IS NOT NULL", new { name }),
            "payee" => await work.Scalar<string>("SELECT MAX(Id) FROM PayeeAccount WHERE State = @name AND OrganisationId IS NOT NULL", new { name }),
            "application" => await work.Scalar<string>("SELECT Reference FROM Application WHERE Title = @name", new { name }),
            _ => await work.Scalar<string>("SELECT MIN(r.Id) FROM Review r JOIN Person p ON p.Id = r.ReviewerId WHERE p.Email = @email AND r.State = 'Submitted'", new { email = name + "@demo.example" }),
        });
        Assert.NotNull(found);
        return path.Replace(place.Value, found, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        foreach (var visitor in _visitors.Values)
        {
            visitor.Dispose();
        }

        City.Dispose();
    }
}

/// <summary>Every route of the product contract that is built, as the demo's people find it.</summary>
public sealed class RoutesWithDemoDataTests(FilledCity filled) : IClassFixture<FilledCity>
{
    [Theory]
    [InlineData("/", "", "Winter tables")]
    [InlineData("/calls", "", "Encounters across faiths and none")]
    [InlineData("/calls/winter-tables", "", "Winter tables")]
    [InlineData("/calls/winter-tables/eligibility", "", "live in our city")]
    [InlineData("/awards", "", "Walking stewards")]
    [InlineData("/awards/{award:Walking stewards}", "", "Riverton Interfaith Walkers")]
    [InlineData("/accessibility", "", "Accessibility")]
    [InlineData("/privacy", "", "Privacy")]
    [InlineData("/health/live", "", "")]
    [InlineData("/health/ready", "", "")]
    [InlineData("/account/register", "", "")]
    [InlineData("/account/sign-in", "", "reviewer5@demo.example")]
    [InlineData("/account/forgot-password", "", "")]
    [InlineData("/account/security", "applicant1", "")]
    [InlineData("/account/data", "applicant1", "")]
    [InlineData("/my", "applicant1", "Harbour Women’s Circle")]
    [InlineData("/my/organisation", "applicant1", "Harbour Women’s Circle")]
    [InlineData("/my/applications", "applicant1", "Mothers who scroll")]
    [InlineData("/my/applications/{application:Mothers who scroll}", "applicant1", "Mothers who scroll")]
    [InlineData("/my/awards/{award:Mothers who scroll}", "applicant1", "£13,800")]
    [InlineData("/my/awards/{award:The other side of the motion}", "applicant7", "Another Owner still has to sign")]
    [InlineData("/my/awards/{award:Walking stewards}/documents", "applicant4", "counter-signed")]
    [InlineData("/my/awards/{award:Mothers who scroll}/conditions", "applicant1", "Proof of public liability insurance")]
    [InlineData("/my/organisation/harbour-women-s-circle/signing", "applicant1", "One Owner signs")]
    [InlineData("/my/applications/{application:The loud kitchen stays open}", "applicant7", "The loud kitchen stays open")]
    [InlineData("/my/introductions", "applicant1", "Waits for your answer")]
    [InlineData("/my/introductions", "applicant6", "Register yours")]
    [InlineData("/my/introductions/{introduction:AgreedByOne}", "applicant1", "Would you like to know one another?")]
    [InlineData("/my/introductions/ask/harbour-women-s-circle/riverton-disability-coalition", "applicant1", "Why should you know one another?")]
    [InlineData("/my/organisation/harbour-women-s-circle/offers", "applicant1", "Other partners may be told of you")]
    [InlineData("/my/organisation/harbour-women-s-circle/offers/offer/space", "applicant1", "25 people, step-free")]
    [InlineData("/my/organisation/riverton-interfaith-walkers/offers", "applicant4", "Is this still true?")]
    [InlineData("/manage/incidents", "auditor", "High water at the harbour")]
    [InlineData("/manage/incidents/{incident:High water at the harbour}", "focal", "This is an exercise")]
    [InlineData("/manage/incidents/{incident:High water at the harbour}/call-down", "focal", "Call every partner, whatever is chosen above")]
    [InlineData("/manage/incidents/{incident:High water at the harbour}/needs", "officer", "May fit")]
    [InlineData("/manage/incidents/{incident:High water at the harbour}/situation", "admin", "Felix Grant")]
    [InlineData("/situation/of/{incident:High water at the harbour}", "finance", "That you opened it is noted")]
    [InlineData("/manage/incidents/{incident:Paint and a threat at the mosque on Chandler Street}/report", "auditor", "The radio was quicker than the rumour")]
    [InlineData("/manage/incidents/{incident:Paint and a threat at the mosque on Chandler Street}/log", "auditor", "Evening prayer was quiet")]
    [InlineData("/manage/incidents/call-down", "auditor", "Only through the officer who knows them")]
    [InlineData("/manage/incidents/new", "focal", "Nobody is alerted when you press the button")]
    [InlineData("/my/crisis", "applicant1", "Speaking languages")]
    [InlineData("/manage/introductions", "auditor", "Sides who found it of use")]
    [InlineData("/manage/introductions?state=Declined", "focal", "Declined")]
    [InlineData("/manage/introductions/{introduction:Proposed}", "focal", "Ask both")]
    [InlineData("/manage/introductions/{introduction:Made}", "auditor", "What spoke for it")]
    [InlineData("/manage/introductions/new?first=quaker-peace-room&second=harbour-women-s-circle", "officer", "You look for people who speak Arabic; they offer it")]
    [InlineData("/manage/introductions/partners", "auditor", "To be let in")]
    [InlineData("/manage/introductions/partners/riverton-roma-women-s-association", "focal", "Not shown to others")]
    [InlineData("/manage/introductions/partners/harbour-women-s-circle/seek/skill", "focal", "What do you need help with?")]
    [InlineData("/manage/occasions/{run:Table talks}/tables", "auditor", "Meet somebody new")]
    [InlineData("/manage/occasions/{run:Table talks}/tables/cards", "focal", "Round 3: table")]
    [InlineData("/reviews", "reviewer1", "Neighbourhood mediators")]
    [InlineData("/reviews/{review:reviewer1}", "reviewer1", "The need")]
    [InlineData("/manage/calls", "officer", "Winter tables")]
    [InlineData("/manage/applications", "officer", "GP-")]
    [InlineData("/manage/panels", "officer", "Neighbourhood mediators")]
    [InlineData("/manage/awards", "approver", "AW-")]
    [InlineData("/manage/awards/agreements", "approver", "First check, then share")]
    [InlineData("/manage/awards/{award:First check, then share}/conditions", "auditor", "Handed in")]
    [InlineData("/manage/awards/{award:Walking stewards}/documents", "finance", "Priya Raman")]
    [InlineData("/manage/awards/{award:First check, then share}/counter-sign", "approver", "The terms")]
    [InlineData("/manage/calls/clauses", "officer", "Safeguarding")]
    [InlineData("/manage/calls/young-voices-against-hate-online/agreement", "officer", "Your safeguarding policy")]
    [InlineData("/training", "", "Listening across difference")]
    [InlineData("/training/listening-across-difference", "", "of 16 places are free")]
    [InlineData("/training/mediating-between-neighbours", "", "Join the waiting list")]
    [InlineData("/", "", "Neighbours at one table")]
    [InlineData("/events", "", "Safer together: forum of communities")]
    [InlineData("/events?kind=RoundTable&district=Northgate&theme=schools", "", "Round table: when a school is shaken")]
    [InlineData("/events?theme=faith", "", "No event to come fits this search")]
    [InlineData("/events/neighbours-at-one-table", "", "A warm room and who comes")]
    [InlineData("/events/safer-together-forum-of-communities", "", "It took place")]
    [InlineData("/events/dialogue-on-the-market-square", "", "Both sides asked for more time")]
    [InlineData("/events/round-table-when-a-school-is-shaken", "applicant1", "Ask to take part")]
    [InlineData("/events/invitations/{invitation:applicant3}", "", "You told us that you cannot come")]
    [InlineData("/bookings/{guest:applicant1}", "", "Women who lead")]
    [InlineData("/bookings/{guest:applicant1}/needs", "", "It is deleted on")]
    [InlineData("/bookings/{guest:applicant1}/needs", "applicant1", "Two children, four and six.")]
    [InlineData("/manage/events", "auditor", "Dialogue between the chapel and the bakery street")]
    [InlineData("/manage/events?archived=true", "officer", "No event is put away")]
    [InlineData("/manage/events/new", "officer", "Round table")]
    [InlineData("/manage/events/neighbours-at-one-table", "auditor", "Telling one’s own story")]
    [InlineData("/manage/events/neighbours-at-one-table/texts", "focal", "Markdown")]
    [InlineData("/manage/events/neighbours-at-one-table/plan", "officer", "Who is coming is shown until")]
    [InlineData("/manage/events/neighbours-at-one-table/copy", "officer", "The day it starts")]
    [InlineData("/manage/events/neighbours-at-one-table/agenda/new", "officer", "So far: Talks, Workshops")]
    [InlineData("/manage/events/neighbours-at-one-table/speakers/new", "officer", "The day they agreed")]
    [InlineData("/manage/events/neighbours-at-one-table/invite", "auditor", "Cannot come")]
    [InlineData("/manage/events/neighbours-at-one-table/invite?Look=true&Districts=Northgate", "officer", "Northgate Youth Forum")]
    [InlineData("/manage/events/neighbours-at-one-table/invite?Look=true&Districts=", "officer", "choosing nothing invites nobody")]
    [InlineData("/manage/occasions/{run:Neighbours at one table}", "officer", "Small groups")]
    [InlineData("/manage/occasions/{run:Neighbours at one table}/groups", "auditor", "When a rumour runs")]
    [InlineData("/manage/occasions/{run:Neighbours at one table}/groups/new", "focal", "nobody can be in two of them")]
    [InlineData("/manage/occasions/{run:Neighbours at one table}/needs", "focal", "Without nuts")]
    [InlineData("/manage/occasions/{run:Neighbours at one table}/needs", "officer", "by nobody else: Farah Siddiqui")]
    [InlineData("/manage/occasions/{run:Neighbours at one table}/needs/list", "focal", "Sesame as well.")]
    [InlineData("/certificates", "", "Code on the certificate")]
    [InlineData("/certificates/{certificate:Listening across difference}", "", "Listening across difference")]
    [InlineData("/certificates/{certificate:Listening across difference}/qr.png", "", "")]
    [InlineData("/manage/occasions/{over:Listening across difference}/certificates", "auditor", "Given on")]
    [InlineData("/manage/occasions/{over:Listening across difference}/certificates", "focal", "Correct or withdraw")]
    [InlineData("/manage/occasions/{over:Listening across difference}/feedback", "auditor", "What changed")]
    [InlineData("/manage/occasions/{over:Listening across difference}/feedback/questions", "focal", "What people can do")]
    [InlineData("/manage/occasions/{over:Listening across difference}/feedback/answers.csv", "focal", "Mean before")]
    [InlineData("/bookings/{asked:Listening across difference}", "", "How you rated yourself")]
    [InlineData("/bookings/{asked:Listening across difference}/feedback/after", "", "How was it?")]
    [InlineData("/manage/occasions/{over:Listening across difference}/materials", "auditor", "Twelve questions to listen with")]
    [InlineData("/manage/occasions/{over:Listening across difference}/follow-up", "focal", "Send the list of halls")]
    [InlineData("/manage/partnerships", "auditor", "Overdue")]
    [InlineData("/manage/partnerships/agreements", "auditor", "Safe evenings at the harbour")]
    [InlineData("/manage/partnerships/agreements?show=Ending", "focal", "Safe evenings at the harbour")]
    [InlineData("/manage/partnerships/agreements?show=Overdue", "officer", "Young people of Northgate and their city")]
    [InlineData("/manage/partnerships/agreements.csv?show=Offered", "focal", "One number for those who are attacked")]
    [InlineData("/manage/partnerships/agreements/new", "focal", "What each side brings")]
    [InlineData("/my/partnership/agreements", "applicant8", "One number for those who are attacked")]
    [InlineData("/manage/partnerships?show=Mine", "focal", "Harbour Women’s Circle")]
    [InlineData("/manage/partnerships/{organisation:Northgate Youth Forum}", "officer", "Lend the projector")]
    [InlineData("/manage/partnerships/{organisation:Northgate Youth Forum}/commitments/new", "admin", "Who at the city follows it up")]
    [InlineData("/manage/partnerships/mailbox", "focal", "It is encrypted")]
    [InlineData("/manage/partnerships/mailbox", "auditor", "It says that an e-mail failed, but not which of ours")]
    [InlineData("/manage/partnerships/mailbox/{mail:Evenings when most of us go home late}", "focal", "rota.xlsm")]
    [InlineData("/manage/partnerships/mailbox/{mail:The lease}", "admin", "The sender was not")]
    [InlineData("/manage/partnerships/{organisation:Harbour Women’s Circle}", "focal", "The address is yours alone")]
    [InlineData("/my/commitments", "applicant4", "Name two walkers")]
    [InlineData("/manage/partnerships/engagements", "auditor", "Calls have doubled since September")]
    [InlineData("/manage/partnerships/{organisation:Northgate Youth Forum}/engagements/new", "focal", "What was said")]
    [InlineData("/manage/partnerships/{organisation:Northgate Youth Forum}/needs/new", "officer", "Name nobody")]
    [InlineData("/manage/partnerships/needs?theme=hate-crime", "focal", "Leaflets against worshippers")]
    [InlineData("/manage/partnerships/needs/trends", "auditor", "Hate crime")]
    [InlineData("/manage/partnerships/brief", "auditor", "The ministry’s round table on hate crime")]
    [InlineData("/manage/partnerships/brief/new", "focal", "Least number of partners behind a point")]
    [InlineData("/my/partnership/needs", "applicant3", "The form is there in six languages")]
    [InlineData("/partners", "", "Riverton Interfaith Walkers")]
    [InlineData("/partners?language=Somali&district=Harbour&theme=families", "", "Harbour Women’s Circle")]
    [InlineData("/partners/st-brigid-s-parish-hall", "", "hall@stbrigid.example")]
    [InlineData("/my/organisation/harbour-women-s-circle/directory", "applicant1", "Leave the directory now")]
    [InlineData("/my/organisation/harbour-women-s-circle/directory/entry", "applicant1", "What you leave empty is not shown")]
    [InlineData("/my/organisation/castle-hill-gospel-choir/directory/preview", "applicant5", "As everybody would read it")]
    [InlineData("/manage/partnerships/network", "auditor", "At the same event or course")]
    [InlineData("/manage/partnerships/network?kind=Referral&district=Harbour&months=12", "focal", "Only theirs")]
    [InlineData("/manage/partnerships/network/referrals", "focal", "For the language table.")]
    [InlineData("/manage/partnerships/network/referrals/new", "officer", "Who sent somebody?")]
    [InlineData("/manage/partnerships/gaps", "auditor", "Invented for the demonstration")]
    [InlineData("/manage/partnerships/gaps?months=36", "focal", "By community")]
    [InlineData("/manage/partnerships/gaps/figures", "officer", "Look at them first")]
    [InlineData("/manage/partnerships/map", "auditor", "Nobody’s address is on this map")]
    [InlineData("/manage/partnerships/map?show=Awards&rate=true&theme=faith", "focal", "per 10,000")]
    [InlineData("/manage/partnerships/map/boundaries", "admin", "In use: the boundaries of 8 districts")]
    [InlineData("/manage/partnerships/directory", "auditor", "Weirside Newcomers’ Kitchen")]
    [InlineData("/manage/partnerships/directory?gone=true", "focal", "comes back to us")]
    [InlineData("/manage/partnerships/directory/{organisation:Quaker Peace Room}", "focal", "Only an Owner can put it in again")]
    [InlineData("/my/bookings", "applicant1", "Mediating between neighbours")]
    [InlineData("/my/bookings", "applicant7", "A place is offered")]
    [InlineData("/my/bookings/new/{run:Mediating between neighbours}", "applicant1", "How the waiting list works")]
    [InlineData("/resources", "", "A budget on one page")]
    [InlineData("/resources?theme=online", "", "Talking with a child about a hateful video")]
    [InlineData("/resources/a-budget-on-one-page", "", "Download budget.csv")]
    [InlineData("/resources/a-budget-on-one-page/file", "", "Interpreter (hours)")]
    [InlineData("/manage/resources", "auditor", "What we learned from two years of suppers")]
    [InlineData("/manage/resources/new", "focal", "Add a resource")]
    [InlineData("/manage/resources/house-rules-for-a-difficult-meeting", "officer", "Take it out of the library")]
    [InlineData("/alerts", "", "Only certain themes")]
    [InlineData("/alerts/asked", "", "Look into your e-mail")]
    [InlineData("/alerts/left", "", "We do not write any more")]
    [InlineData("/manage/training", "officer", "Budgets and reports without fear")]
    [InlineData("/manage/training/listening-across-difference", "auditor", "Opens later")]
    [InlineData("/manage/occasions/{run:Mediating between neighbours}", "focal", "Offered")]
    [InlineData("/manage/occasions/{run:When hate comes through the phone}", "auditor", "Leila Haddad")]
    [InlineData("/manage/occasions/{run:Mediating between neighbours}/check-in", "focal", "Who comes")]
    [InlineData("/manage/occasions/{run:Mediating between neighbours}/check-in/badges", "officer", "ten badges a sheet")]
    [InlineData("/calendar.ics", "", "BEGIN:VCALENDAR")]
    [InlineData("/training/listening-across-difference", "", "£45 a person, VAT 20 % included")]
    [InlineData("/manage/occasions/{run:Listening across difference}/fees", "focal", "NEIGHBOURS")]
    [InlineData("/manage/payments/fees", "finance", "INV-")]
    [InlineData("/training/first-aid-for-hard-conversations", "", "£60 a person, VAT 20 % included")]
    [InlineData("/manage/occasions/{run:First aid for hard conversations}/fees", "auditor", "YOUTH-HALF")]
    [InlineData("/manage/reports", "officer", "A safe Friday")]
    [InlineData("/manage/reports?shelf=Late", "auditor", "Three cups in every stairwell")]
    [InlineData("/manage/reports?shelf=Accepted", "finance", "Songs on the landing")]
    [InlineData("/manage/reports/{report:A safe Friday}", "officer", "£380 over")]
    [InlineData("/manage/reports/{report:A safe Friday}/ask-changes", "officer", "Night Owl Cabs")]
    [InlineData("/manage/awards/{award:Light, locks and a bench}/reports", "officer", "Final report")]
    [InlineData("/manage/awards/{award:Songs on the landing}/close-out", "auditor", "Records are kept until")]
    [InlineData("/manage/awards/{award:The parents’ room in the evening}/close-out", "officer", "a second person has to close it")]
    [InlineData("/manage/awards/{award:Light, locks and a bench}/funding", "officer", "Riverton Community Trust")]
    [InlineData("/my/awards/{award:Light, locks and a bench}/reports", "applicant8", "Accepted")]
    [InlineData("/my/awards/{award:Light, locks and a bench}/reports/2", "applicant8", "to go")]
    [InlineData("/my/awards/{award:Light, locks and a bench}/reports/2/spending", "applicant8", "No receipt yet")]
    [InlineData("/my/awards/{award:Light, locks and a bench}/reports/2/narrative", "applicant8", "The alarm is ordered.")]
    [InlineData("/my/awards/{award:Light, locks and a bench}/reports/2/check", "applicant8", "Before you can send it")]
    [InlineData("/my/awards/{award:Light, locks and a bench}/funding", "applicant8", "Priory Nurseries")]
    [InlineData("/my/awards/{award:Songs on the landing}/close-out", "applicant5", "Everything is settled")]
    [InlineData("/my/awards/{award:The parents’ room in the evening}/close-out", "applicant2", "we want to settle it with you fairly and soon")]
    [InlineData("/my/awards/{award:Three cups in every stairwell}", "applicant3", "Your award is paused")]
    [InlineData("/manage/payments/screening", "focal", "Samuel Fletcher")]
    [InlineData("/manage/payments/screening?state=Cleared", "auditor", "George Pell")]
    [InlineData("/manage/payments/screening/import", "officer", "The list as CSV")]
    [InlineData("/manage/payments/screening/organisations/welcome-wheels", "finance", "£286,900")]
    [InlineData("/manage/payments/claims", "finance", "Train from the coast and back")]
    [InlineData("/manage/payments/claims?state=Declined", "officer", "hotel")]
    [InlineData("/reviews/claims", "reviewer1", "Paid")]
    [InlineData("/reviews/claims", "reviewer3", "We agreed on joining by telephone")]
    [InlineData("/reviews/claims/new", "reviewer2", "Safe houses of worship")]
    [InlineData("/manage/messages", "officer", "")]
    [InlineData("/manage/states", "auditor", "Approver who did not recommend")]
    [InlineData("/manage/calls/programmes", "officer", "Safe Places Fund")]
    [InlineData("/manage/payments", "finance", "Totals by fund")]
    [InlineData("/manage/payments?view=blocked", "approver", "The award has not been started")]
    [InlineData("/manage/payments?view=failed", "auditor", "The account is closed")]
    [InlineData("/manage/payments/{payment:Failed}", "finance", "Try it again as a new payment")]
    [InlineData("/manage/payments/{payment:Paid}", "officer", "Handed over")]
    [InlineData("/manage/payments/payees", "finance", "Priory Street Allotments")]
    [InlineData("/manage/payments/payees/{payee:Waiting}", "approver", "Ask the bank about the name")]
    [InlineData("/manage/payments/holds", "officer", "Ethiopian Coffee Mornings")]
    [InlineData("/manage/payments/statements", "auditor", "statement-")]
    [InlineData("/manage/awards/{award:Chandler Street keeps its door open}/schedule", "finance", "Open evenings next year")]
    [InlineData("/manage/awards/{award:Chandler Street keeps its door open}/schedule/edit", "officer", "Plan the payments")]
    [InlineData("/my/awards/{award:Walking stewards}", "applicant4", "It is paid once your award has been started")]
    [InlineData("/my/organisation/riverton-interfaith-walkers/bank", "applicant4", "In use")]
    [InlineData("/reviews/claims/bank", "reviewer1", "The account your claims are paid to")]
    [InlineData("/manage/payments/funds", "finance", "Safe Places Fund")]
    [InlineData("/manage/payments/funds?year=all", "auditor", "Bridges Fund")]
    [InlineData("/manage/payments/funds/safe-places-fund", "approver", "Prevention programme of the state")]
    [InlineData("/manage/payments/sources", "finance", "City budget")]
    [InlineData("/manage/payments/ledger", "auditor", "commit:award:")]
    [InlineData("/manage/payments/ledger.csv", "finance", "")]
    [InlineData("/manage/payments/year-end", "finance", "Every figure agrees with the ledger")]
    [InlineData("/manage/payments/year-end.csv", "auditor", "")]
    [InlineData("/manage/payments/overdrawing", "admin", "Priya Raman")]
    [InlineData("/manage/payments/batches", "finance", "PB-")]
    [InlineData("/manage/payments/batches/{batch:Released}", "approver", "Released")]
    [InlineData("/manage/payments/batches/{batch:Released}/file.xml", "finance", "")]
    [InlineData("/manage/payments/batches/new", "finance", "Approved and free")]
    [InlineData("/manage/payments/statements", "finance", "For the allotments")]
    [InlineData("/manage/payments/statements/{statement:Booked}", "auditor", "Account charges for the quarter")]
    [InlineData("/manage/payments/statements/{statement:Read}", "finance", "Hire of the reading room")]
    [InlineData("/manage/payments/statements/{statement:Read}/columns", "finance", "Paid out")]
    [InlineData("/manage/payments/statements/lines/{line:Open}", "finance", "It belongs to a payment, or to money asked back")]
    [InlineData("/manage/payments/statements/lines/{line:SetAside}", "auditor", "The bank’s own charges and interest")]
    [InlineData("/manage/payments/stripe", "finance", "Stripe is not set up")]
    [InlineData("/manage/payments/recoveries", "finance", "Owed since an award ended early")]
    [InlineData("/manage/payments/recoveries?surplus=true", "auditor", "to give back")]
    [InlineData("/manage/payments/recoveries/{repayment:Asked}", "approver", "Give up what is missing")]
    [InlineData("/manage/payments/recoveries/{repayment:WrittenOff}", "auditor", "Asking on would end it")]
    [InlineData("/manage/payments/recoveries/ask?award={award:The parents’ room in the evening}", "officer", "is owed back")]
    [InlineData("/my/awards/{award:Light, locks and a bench}/repayments", "applicant8", "is paid back. Thank you.")]
    [InlineData("/my/organisation/beit-shalom-community/stripe", "applicant8", "We do not pay through Stripe at present")]
    [InlineData("/admin", "admin", "")]
    [InlineData("/admin/users?search=Olivia", "admin", "Olivia Bennett")]
    [InlineData("/admin/settings", "admin", "Riverton")]
    [InlineData("/admin/emails", "admin", "@demo.example")]
    [InlineData("/admin/audit", "auditor", "")]
    [InlineData("/admin/jobs", "admin", "")]
    public async Task A_page_answers_those_it_is_for(string path, string account, string says)
    {
        var answer = await (await filled.As(account)).Get(await filled.Fill(path));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            Assert.Contains(says, Visitor.Text((await Visitor.Page(answer)).QuerySelector("main")), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/my", "", 302)]
    [InlineData("/my/organisation", "", 302)]
    [InlineData("/my/applications", "", 302)]
    [InlineData("/my/applications/{application:Mothers who scroll}", "", 302)]
    [InlineData("/my/awards/{award:Mothers who scroll}", "", 302)]
    [InlineData("/account/security", "", 302)]
    [InlineData("/account/data", "", 302)]
    [InlineData("/reviews", "", 302)]
    [InlineData("/manage/calls", "", 302)]
    [InlineData("/admin/users", "", 302)]
    [InlineData("/reviews", "applicant1", 403)]
    [InlineData("/manage", "applicant1", 403)]
    [InlineData("/manage/calls", "applicant1", 403)]
    [InlineData("/manage/applications", "reviewer1", 403)]
    [InlineData("/manage/panels", "applicant1", 403)]
    [InlineData("/manage/awards", "reviewer1", 403)]
    [InlineData("/manage/reports", "applicant1", 403)]
    [InlineData("/manage/messages", "applicant1", 403)]
    [InlineData("/manage/reports/{report:A safe Friday}", "applicant1", 403)]
    [InlineData("/manage/reports/1", "officer", 404)]
    [InlineData("/my/awards/{award:Light, locks and a bench}/reports", "applicant2", 404)]
    [InlineData("/my/awards/{award:Light, locks and a bench}/reports/2/spending", "applicant2", 404)]
    [InlineData("/my/awards/{award:Light, locks and a bench}/reports/9", "applicant8", 404)]
    [InlineData("/my/awards/{award:Songs on the landing}/close-out", "applicant2", 404)]
    [InlineData("/my/awards/{award:Light, locks and a bench}/funding", "applicant2", 404)]
    [InlineData("/manage/awards/{award:Songs on the landing}/close-out", "applicant5", 403)]
    [InlineData("/manage/payments/screening", "applicant1", 403)]
    [InlineData("/manage/payments/screening/import", "auditor", 403)]
    [InlineData("/manage/payments/claims", "reviewer1", 403)]
    [InlineData("/reviews/claims", "applicant1", 404)]
    [InlineData("/manage/payments", "", 302)]
    [InlineData("/manage/payments", "focal", 403)]
    [InlineData("/manage/payments/payees", "applicant1", 403)]
    [InlineData("/manage/payments/batches", "reviewer1", 403)]
    [InlineData("/manage/payments/prepare?pick=PY-2026-0001", "officer", 403)]
    [InlineData("/my/organisation/riverton-interfaith-walkers/bank", "applicant2", 404)]
    [InlineData("/my/awards/{award:Walking stewards}/bank", "applicant2", 404)]
    [InlineData("/reviews/claims/bank", "applicant6", 404)]
    [InlineData("/manage/payments/funds", "", 302)]
    [InlineData("/manage/payments/funds", "reviewer1", 403)]
    [InlineData("/manage/payments/funds/no-such-fund", "finance", 404)]
    [InlineData("/manage/payments/sources/new", "officer", 403)]
    [InlineData("/manage/payments/ledger", "focal", 403)]
    [InlineData("/manage/payments/ledger.csv", "applicant1", 403)]
    [InlineData("/manage/payments/year-end", "focal", 403)]
    [InlineData("/manage/payments/batches", "", 302)]
    [InlineData("/manage/payments/batches/PB-1999-0001", "finance", 404)]
    [InlineData("/manage/payments/batches/{batch:Released}/file.xml", "approver", 403)]
    [InlineData("/manage/payments/statements", "applicant8", 403)]
    [InlineData("/manage/payments/statements/1", "finance", 404)]
    [InlineData("/manage/payments/statements/lines/1", "finance", 404)]
    [InlineData("/manage/payments/stripe", "applicant8", 403)]
    [InlineData("/manage/payments/recoveries", "reviewer1", 403)]
    [InlineData("/manage/payments/recoveries/RP-1999-0001", "finance", 404)]
    [InlineData("/my/awards/{award:Light, locks and a bench}/repayments", "applicant1", 404)]
    [InlineData("/my/awards/{award:Light, locks and a bench}/repayments", "", 302)]
    [InlineData("/my/organisation/beit-shalom-community/stripe", "applicant1", 404)]
    [InlineData("/admin", "officer", 403)]
    [InlineData("/admin/users", "officer", 403)]
    [InlineData("/admin/settings", "applicant1", 403)]
    [InlineData("/admin/emails", "officer", 403)]
    [InlineData("/admin/audit", "officer", 403)]
    [InlineData("/admin/jobs", "finance", 403)]
    [InlineData("/my/applications/{application:Mothers who scroll}", "applicant2", 404)]
    [InlineData("/my/awards/{award:Mothers who scroll}", "applicant2", 404)]
    [InlineData("/my/awards/{award:Mothers who scroll}/documents", "applicant2", 404)]
    [InlineData("/my/awards/{award:Mothers who scroll}/conditions", "applicant2", 404)]
    [InlineData("/my/organisation/harbour-women-s-circle/signing", "applicant2", 404)]
    [InlineData("/manage/awards/{award:Mothers who scroll}/documents", "applicant1", 403)]
    [InlineData("/manage/awards/{award:Mothers who scroll}/counter-sign", "officer", 403)]
    [InlineData("/reviews/{review:reviewer1}", "reviewer2", 404)]
    [InlineData("/my/introductions", "", 302)]
    [InlineData("/my/introductions/{introduction:AgreedByOne}", "applicant2", 404)]
    [InlineData("/my/introductions/{introduction:Proposed}", "applicant2", 404)]
    [InlineData("/my/introductions/IN-1999-0001", "applicant1", 404)]
    [InlineData("/my/introductions/ask/harbour-women-s-circle/riverton-roma-women-s-association", "applicant1", 404)]
    [InlineData("/my/introductions/ask/harbour-women-s-circle/riverton-disability-coalition", "applicant2", 404)]
    [InlineData("/my/organisation/harbour-women-s-circle/offers", "applicant2", 404)]
    [InlineData("/my/organisation/harbour-women-s-circle/offers/offer/nothing", "applicant1", 404)]
    [InlineData("/manage/introductions", "applicant1", 403)]
    [InlineData("/manage/introductions/new", "auditor", 403)]
    [InlineData("/manage/introductions/partners/harbour-women-s-circle/seek/skill", "auditor", 403)]
    [InlineData("/manage/introductions/IN-1999-0001", "focal", 404)]
    [InlineData("/manage/occasions/{run:Table talks}/tables", "applicant1", 403)]
    [InlineData("/manage/occasions/1/tables", "focal", 404)]
    [InlineData("/certificates/000000000000", "", 404)]
    [InlineData("/manage/partnerships/agreements", "finance", 403)]
    [InlineData("/manage/partnerships/agreements/new", "auditor", 403)]
    [InlineData("/manage/partnerships/agreements/PA-2026-9999", "focal", 404)]
    [InlineData("/my/partnership/agreements/PA-2026-9999", "applicant1", 404)]
    [InlineData("/manage/partnerships", "", 302)]
    [InlineData("/manage/partnerships", "finance", 403)]
    [InlineData("/manage/partnerships/needs", "finance", 403)]
    [InlineData("/manage/partnerships/needs/1", "focal", 404)]
    [InlineData("/manage/partnerships/brief/1", "focal", 404)]
    [InlineData("/manage/partnerships/brief/new", "auditor", 403)]
    [InlineData("/manage/partnerships/engagements", "applicant2", 403)]
    [InlineData("/manage/partnerships/1", "focal", 404)]
    [InlineData("/manage/partnerships/mailbox", "finance", 403)]
    [InlineData("/manage/partnerships/mailbox/1", "focal", 404)]
    [InlineData("/manage/partnerships/mailbox/{mail:The lease}", "officer", 404)]
    [InlineData("/manage/partnerships/mailbox/{mail:The lease}/original", "officer", 404)]
    [InlineData("/manage/partnerships/mailbox/{mail:Evenings when most of us go home late}/attachments/2", "focal", 404)]
    [InlineData("/manage/partnerships/{organisation:Northgate Youth Forum}", "applicant2", 403)]
    [InlineData("/manage/partnerships/{organisation:Northgate Youth Forum}/commitments/new", "auditor", 403)]
    [InlineData("/manage/occasions/{over:Listening across difference}/follow-up", "approver", 403)]
    [InlineData("/manage/occasions/{over:Listening across difference}/feedback/questions", "auditor", 403)]
    [InlineData("/my/commitments", "", 302)]
    [InlineData("/my/bookings", "", 302)]
    [InlineData("/resources/what-we-learned-from-two-years-of-suppers", "", 404)]
    [InlineData("/manage/resources", "applicant1", 403)]
    [InlineData("/manage/resources/new", "auditor", 403)]
    [InlineData("/manage/topics/course/1", "officer", 404)]
    [InlineData("/manage/training", "applicant1", 403)]
    [InlineData("/manage/events", "applicant1", 403)]
    [InlineData("/manage/events/new", "auditor", 403)]
    [InlineData("/manage/events/neighbours-at-one-table/agenda/new", "auditor", 403)]
    [InlineData("/manage/events/no-such-event", "officer", 404)]
    [InlineData("/events/dialogue-between-the-chapel-and-the-bakery-street", "", 404)]
    [InlineData("/events/invitations/nosuchsecretnosuchsecretnosuchse", "", 404)]
    [InlineData("/bookings/nosuchsecretnosuchsecretnosuchse/needs", "", 404)]
    [InlineData("/manage/occasions/{run:Neighbours at one table}/needs", "auditor", 403)]
    [InlineData("/manage/occasions/{run:Neighbours at one table}/needs/list", "officer", 403)]
    [InlineData("/manage/occasions/{run:Listening across difference}/groups", "officer", 404)]
    [InlineData("/manage/training/new", "auditor", 403)]
    [InlineData("/manage/occasions/1", "focal", 404)]
    [InlineData("/training/budgets-and-reports-without-fear", "", 404)]
    [InlineData("/my/bookings/BK-1999-0001/give", "applicant1", 404)]
    [InlineData("/bookings/nosuchsecretnosuchsecretnosuchse", "", 404)]
    [InlineData("/calls/no-such-call", "", 404)]
    [InlineData("/calls/rumour-checkers", "", 404)]
    [InlineData("/awards/AW-1999-0001", "", 404)]
    [InlineData("/awards/{award:Mothers who scroll}", "", 404)]
    [InlineData("/my/applications/GP-1999-0001", "applicant1", 404)]
    [InlineData("/my/awards/AW-1999-0001", "applicant1", 404)]
    [InlineData("/reviews/1", "reviewer1", 404)]
    [InlineData("/manage/applications/GP-1999-0001", "officer", 404)]
    public async Task A_page_is_closed_to_others(string path, string account, int status) =>
        Assert.Equal(status, (int)(await (await filled.As(account)).Get(await filled.Fill(path))).StatusCode);

    [Theory]
    [InlineData("/impact"), InlineData("/evaluations"), InlineData("/open-data")]
    public async Task A_page_that_is_not_built_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await filled.As("admin")).Get(path)).StatusCode);

    [Theory]
    [InlineData("")]
    [InlineData("admin")]
    [InlineData("officer")]
    [InlineData("reviewer1")]
    [InlineData("applicant1")]
    public async Task No_link_leads_nowhere(string account)
    {
        var visitor = await filled.As(account);
        var (queue, seen, shapes, broken) = (new Queue<string>(["/", "/my"]), new HashSet<string>(["/", "/my"]), new Dictionary<string, int>(), new List<string>());
        for (var pages = 0; pages < 80 && queue.TryDequeue(out var path);)
        {
            var shape = Regex.Replace(path.Split('?')[0], @"\d+|(?<=^/(manage/)?(calls|panels|organisations|training|events)/)[^/]+", "…");
            shapes[shape] = shapes.GetValueOrDefault(shape) + 1;
            if (shapes[shape] > 2 || path.EndsWith(".pdf", StringComparison.Ordinal))
            {
                continue;
            }

            pages++;
            var answer = await visitor.Get(path);
            if ((int)answer.StatusCode >= 400)
            {
                broken.Add($"{(int)answer.StatusCode} {path}");
            }
            else if (answer.Headers.Location is { } location && seen.Add(location.OriginalString) && location.OriginalString.StartsWith('/'))
            {
                queue.Enqueue(location.OriginalString);
            }
            else if (answer is { StatusCode: HttpStatusCode.OK, Content.Headers.ContentType.MediaType: "text/html" })
            {
                foreach (var link in (await Visitor.Page(answer)).QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0]))
                {
                    if (link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal) && seen.Add(link))
                    {
                        queue.Enqueue(link);
                    }
                }
            }
        }

        Assert.Empty(broken);
    }
}
