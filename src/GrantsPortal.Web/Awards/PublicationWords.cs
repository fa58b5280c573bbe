using GrantsPortal.Organisations;

namespace GrantsPortal.Web.Awards;

/// <summary>How much is published and what was done, in English words for the localiser.</summary>
public static class PublicationWords
{
    /// <summary>In a word or two.</summary>
    public static string Short(Publication publication) => publication switch
    {
        Publication.Full => "In full",
        Publication.Unnamed => "Unnamed",
        _ => "Not at all",
    };

    /// <summary>As a sentence.</summary>
    public static string Long(Publication publication) => publication switch
    {
        Publication.Full => "In full: name, project, amount and dates",
        Publication.Unnamed => "Without the name: amount, programme and dates, and nothing that tells who",
        _ => "Not at all",
    };

    /// <summary>An act of the history.</summary>
    public static string Act(string act) => act switch
    {
        "award.made" => "Award made by the decision",
        "award.accepted" => "Accepted by the organisation",
        "award.refused" => "Refused by the organisation",
        "award.lapsed" => "Offer ran out",
        "award.reminded" => "Organisation reminded of the offer",
        "award.activated" => "Started",
        "award.publication-set" => "Publication set",
        "award.publication-asked" => "Organisation asked for less to be published",
        "award.signed" => "Signed by one of two Owners",
        "award.counter-signed" => "Counter-signed by the city",
        "award.document-kept" => "Document kept",
        "award.clauses-taken" => "Terms put together from clauses",
        "award.condition-added" => "Condition added",
        "award.condition-changed" => "Condition changed",
        "award.condition-removed" => "Condition removed",
        "award.condition-hand-in" => "Something handed in for a condition",
        "award.condition-meet" => "Condition met",
        "award.condition-waive" => "Condition waived",
        "award.condition-send-back" => "What was handed in sent back",
        "award.condition-reopen" => "Condition asked for again",
        "award.offered" => "Offered, with the decision letter",
        "award.suspended" => "Paused, with a letter",
        "award.resumed" => "Went on, with a letter",
        "award.terminated" => "Ended early, with a letter",
        "award.budget-moved" => "Money moved between budget lines",
        "award.years-set" => "Budget years set",
        "variation.asked" => "Variation asked for",
        "variation.let-ask" => "Approver let the city ask for a variation",
        "variation.withdrawn" => "Variation withdrawn",
        "variation.approved" => "Variation approved",
        "variation.declined" => "Variation declined",
        "year.proposed" => "Confirmation of a year proposed",
        "year.confirmed" => "Year confirmed, with a letter",
        "year.withheld" => "Year withheld, with a letter",
        "year.reminded" => "Officer reminded to confirm a year",
        "schedule.set" => "Payments planned",
        "schedule.followed" => "Payments planned anew after a change",
        "instalment.met" => "What an instalment waited for is there",
        "instalment.split" => "An instalment paid in part on receipts",
        "milestone.told" => "Organisation said that a milestone is reached",
        "milestone.reached" => "Milestone found reached",
        "milestone.not-yet" => "Milestone not reached yet",
        _ => act,
    };
}
