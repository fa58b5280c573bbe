namespace GrantsPortal.Calls;

/// <summary>The letters a call starts with, in plain words; a city changes them call by call.</summary>
public static class LetterDefaults
{
    private static readonly IReadOnlyDictionary<LetterKind, LetterTemplate> All = new[]
    {
        Letter(LetterKind.Award, "We would like to fund you: {{reference}}",
            """
            Dear {{organisation}},

            We are glad to offer you **{{amount}}** from *{{call}}* for the work you described in your application {{reference}}.

            **Why we chose it.** {{reason}}

            **What to do now.** Sign in, read the offer and its terms, and accept or refuse it by {{expires}}. Only an owner of your organisation can accept. If you need more time or have a question about the terms, write to us before that day: we would rather answer than lose you.

            We pay nothing before you have accepted, so please do not commit the money yet.

            Thank you for the work you do.
            """),
        Letter(LetterKind.Decline, "About your application {{reference}}",
            """
            Dear {{organisation}},

            Thank you for applying to *{{call}}*. We are sorry to tell you that we cannot fund your application {{reference}} this time.

            **Why.** {{reason}}

            You can sign in to read how the reviewers scored it and what they wrote. They are people who read every application in full, and we hope their words are of use to you.

            This decision is about one application in one round. You are welcome to apply again, and if you would like to talk it through, write to us and an officer will call you.
            """),
        Letter(LetterKind.Reserve, "Your application {{reference}} is on our reserve list",
            """
            Dear {{organisation}},

            Thank you for applying to *{{call}}*. We would like to fund your application {{reference}}, but there was not enough money for every project we wanted to support. It is on our reserve list.

            **Why.** {{reason}}

            If money becomes free, we will write to you with an offer. We cannot promise that it will, so please do not rely on it. You need do nothing to stay on the list; if your plans change, tell us.
            """),
        Letter(LetterKind.Ineligible, "Your application {{reference}} cannot go further",
            """
            Dear {{organisation}},

            Thank you for applying to *{{call}}*. We have read your application {{reference}}, and it falls outside what this call can fund.

            **Why.** {{reason}}

            That says nothing about the worth of your work. If you think we have misread something, write to us within ten working days and somebody who has not yet seen it will look again.
            """),
        Letter(LetterKind.Terms, "Terms of the grant {{reference}}",
            """
            These are the terms on which we give **{{amount}}** to **{{organisation}}** from *{{call}}*.

            1. **What the money is for.** You spend it on the work described in your application {{reference}}, and on nothing else unless we agree in writing first.
            2. **Changes.** Plans change. Tell us before you change what you do, when, or with whom, and we will answer within ten working days.
            3. **Keeping account.** You keep receipts and a simple record of what was spent, for six years, and show them when we ask.
            4. **Telling us how it went.** You report when the award asks you to, in your own words and with the figures agreed.
            5. **Keeping people safe.** You look after the people who take part, above all children and adults at risk, and tell us without delay if somebody was seriously harmed.
            6. **Equal treatment.** The work is open to the people it is for, whoever they are, and is not used to promote hatred of anyone or a political party.
            7. **Publishing.** We publish awards. Where naming you could put people at risk, you can ask us not to name you, or not to publish the award at all.
            8. **If something goes wrong.** Talk to us early. We may pause payments while we find out together what happened. Money that was not spent on the work, we may ask back.
            9. **Acceptance.** The offer stands until {{expires}}. It is accepted when an owner of {{organisation}} accepts it in the portal.
            """),
    }.ToDictionary(letter => letter.Kind);

    /// <summary>The portal's words for a kind, in English.</summary>
    public static LetterTemplate For(LetterKind kind) => All[kind];

    private static LetterTemplate Letter(LetterKind kind, string subject, string body) => new() { Kind = kind, Subject = subject, Body = body };
}
