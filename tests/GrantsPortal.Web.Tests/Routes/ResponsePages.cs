using Xunit;

namespace GrantsPortal.Web.Tests.Routes;

/// <summary>Pages of incidents, exercises, families and readiness, as the demo’s people find them.</summary>
internal static class ResponsePages
{
    /// <summary>A page, an account (none for the public), and words that stand on it.</summary>
    public static TheoryData<string, string, string> Open => new()
    {
        { "/manage/incidents", "auditor", "High water at the harbour" },
        { "/manage/incidents/{incident:High water at the harbour}", "focal", "This is an exercise" },
        { "/manage/incidents/{incident:High water at the harbour}/call-down", "focal", "Call every partner, whatever is chosen above" },
        { "/manage/incidents/{incident:High water at the harbour}/needs", "officer", "May fit" },
        { "/manage/incidents/{incident:High water at the harbour}/situation", "admin", "Felix Grant" },
        { "/manage/incidents/{incident:Paint and a threat at the mosque on Chandler Street}/report", "auditor", "The radio was quicker than the rumour" },
        { "/manage/incidents/{incident:Paint and a threat at the mosque on Chandler Street}/log", "auditor", "Evening prayer was quiet" },
        { "/manage/incidents/{incident:Paint and a threat at the mosque on Chandler Street}/rapid-fund", "auditor", "A door, and light over it" },
        { "/manage/incidents/rapid-templates", "focal", "Rapid help after a flood or a fire" },
        { "/manage/incidents/rapid-templates/new", "officer", "Five questions at most" },
        { "/manage/incidents/call-down", "auditor", "Only through the officer who knows them" },
        { "/manage/incidents/exercises", "auditor", "A march is announced in the Old Town" },
        { "/manage/incidents/exercises/new", "focal", "Mail it to those who take part" },
        { "/manage/incidents/exercises/actions", "auditor", "Settle who has the keys of each cool room" },
        { "/manage/incidents/exercises/{exercise:A march is announced in the Old Town}", "focal", "Start the exercise now" },
        { "/manage/incidents/exercises/{exercise:A march is announced in the Old Town}/edit", "officer", "What response do you hope for?" },
        { "/manage/incidents/exercises/{exercise:Power cut in a heat wave}", "admin", "The after-action report" },
        { "/manage/incidents/exercises/{exercise:Power cut in a heat wave}/report", "auditor", "Who drives was not settled" },
        { "/manage/incidents/new", "focal", "Nobody is alerted when you press the button" },
        { "/manage/incidents/readiness", "auditor", "No partner in Millfield for" },
        { "/manage/incidents/readiness/stale", "focal", "A video from abroad sets schools against one another" },
        { "/manage/incidents/readiness/roles", "officer", "Inspector Nadia Rahman" },
        { "/manage/incidents/readiness/roles/new", "focal", "Such as: Riverton Police" },
        { "/manage/incidents/readiness/risks", "auditor", "High water at the harbour" },
        { "/manage/incidents/readiness/risks/new", "admin", "Who would speak to whom" },
        { "/manage/incidents/families", "focal", "Overdue" },
        { "/manage/incidents/families?side=Offered", "officer", "Victims’ Families Network" },
        { "/manage/incidents/families?overdue=true", "auditor", "Bereavement · Asked for" },
        { "/manage/incidents/families/figures", "officer", "52 weeks, a year" },
        { "/manage/incidents/families/new?side=Asked", "admin", "Never the name of a survivor" },
        { "/manage/incidents/families/{support:Trauma}", "focal", "Takes it on" },
        { "/manage/incidents/families/{support:Trauma}/edit", "focal", "women with women" },
        { "/manage/incidents/families/{support:Trauma}/reviews/4", "auditor", "Not asked yet" },
        { "/manage/incidents/{incident:High water at the harbour}/families", "focal", "FX-" },
        { "/manage/incidents/{incident:Paint and a threat at the mosque on Chandler Street}/families", "admin", "more, read by who follows" },
        { "/my/families", "applicant1", "Castle Hill Gospel Choir" },
        { "/my/families/harbour-women-s-circle", "applicant1", "EXERCISE" },
        { "/my/families/harbour-women-s-circle", "applicant3", "read by its Owners and Editors" },
        { "/my/families/harbour-women-s-circle.csv", "applicant1", "housing office" },
        { "/my/families/harbour-women-s-circle/ask", "applicant1", "Your focal point follows it up" },
        { "/my/families/harbour-women-s-circle/{support:Practical}", "applicant1", "How does it go?" },
        { "/situation/of/{incident:High water at the harbour}", "finance", "That you opened it is noted" },
        { "/manage/rapid-response/{application:A telephone line until midnight}", "approver", "A decision is promised by" },
        { "/my/awards/{award:Standing at the door on Fridays}/reports/1/narrative", "applicant4", "What is still needed?" },
        { "/my/awards/{award:Meals for those who keep watch}", "applicant9", "All of the money is then due to be paid at once" },
        { "/my/crisis", "applicant1", "Speaking languages" },
        { "/alerts/asked", "", "Look into your e-mail" },
        { "/alerts/left", "", "We do not write any more" },
    };

    /// <summary>A page, an account it is closed to, and the status it answers with.</summary>
    public static TheoryData<string, string, int> Closed => new()
    {
        { "/manage/incidents", "", 302 },
        { "/manage/incidents", "applicant1", 403 },
        { "/manage/incidents", "finance", 403 },
        { "/manage/incidents/new", "auditor", 403 },
        { "/manage/incidents/IN-1999-0001", "focal", 404 },
        { "/manage/incidents/rapid-templates/new", "auditor", 403 },
        { "/manage/incidents/call-down", "reviewer1", 403 },
        { "/manage/incidents/exercises/new", "auditor", 403 },
        { "/manage/incidents/exercises/EX-1999-0001", "focal", 404 },
        { "/manage/incidents/readiness/roles", "finance", 403 },
        { "/manage/incidents/families", "reviewer1", 403 },
        { "/manage/incidents/families/FS-1999-0001", "focal", 404 },
        { "/my/families", "", 302 },
        { "/my/families/harbour-women-s-circle", "applicant9", 404 },
        { "/my/families/harbour-women-s-circle.csv", "applicant9", 404 },
        { "/situation/of/{incident:High water at the harbour}", "applicant1", 404 },
        { "/alerts/no-such-token", "", 404 },
    };
}
