using GrantsPortal.Applications;
using GrantsPortal.Awards.Decisions;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Awards.Letters;

/// <summary>Editing the decision letters and sending them, together and once.</summary>
public sealed class LetterDesk(PortalDatabase database, IOptions<PortalOptions> portal, IOptions<AwardOptions> awards)
{
    /// <summary>
    /// Changes a letter, and the terms where it makes an offer. Refused as <see cref="LetterRules.Check"/> says, with
    /// <c>letter.unknown</c>, <c>letter.sent</c>, or <c>letter.changed-meanwhile</c> when somebody else changed it.
    /// </summary>
    public async Task<Outcome> Edit(Actor actor, long decision, long id, int version, string subject, string body, string? terms = null)
    {
        if (!actor.Is(Roles.ProgrammeOfficer))
        {
            return new Refusal("decision.not-officer");
        }

        var wrong = LetterRules.Check(subject, body);
        if (wrong.Count > 0)
        {
            return Outcome.Refuse(wrong);
        }

        await using var work = await database.Write(actor);
        if (await LetterRepository.Find(work, decision, id) is not { } letter)
        {
            return new Refusal("letter.unknown");
        }

        if (letter.SentAt is not null)
        {
            return new Refusal("letter.sent");
        }

        if (!await LetterRepository.Edit(work, id, version, LetterRules.OneLine(subject), body.Trim())
            || (terms is not null && letter.AwardReference is { } award && !await AwardRepository.SetTerms(work, award, terms.Trim())))
        {
            return new Refusal("letter.changed-meanwhile");
        }

        work.Audit("letter.edited", "DecisionLetter", id, new { application = letter.Reference });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Sends every letter of a decision to exactly the people that were <paramref name="seen"/>, and starts the offers.
    /// Refused with <c>decision.not-officer</c>, <c>decision.unknown</c>, <c>letter.not-approved</c>, <c>letter.sent</c>,
    /// <c>letter.place-open</c> (reference, place), or <c>letter.recipients-changed</c> when a letter or anybody who gets
    /// one has changed since. Returns how many messages were queued.
    /// </summary>
    public async Task<Outcome<int>> Send(Actor actor, long id, string seen)
    {
        if (!actor.Is(Roles.ProgrammeOfficer))
        {
            return new Refusal("decision.not-officer");
        }

        await using var work = await database.Write(actor);
        if (await DecisionRepository.Find(work, id) is not { } decision)
        {
            return new Refusal("decision.unknown");
        }

        if (!decision.LettersWait)
        {
            return new Refusal(decision.LettersSentAt is null ? "letter.not-approved" : "letter.sent");
        }

        var letters = await LetterRepository.OfDecision(work, id);
        var recipients = await LetterRepository.Recipients(work, id);
        if (LetterRules.Fingerprint(letters, recipients) != seen)
        {
            return new Refusal("letter.recipients-changed");
        }

        var sent = await SendAll(work, decision, letters, recipients);
        if (sent.Done)
        {
            await work.Commit();
        }

        return sent;
    }

    /// <summary>Sends the letter of a decision that was made at once, in the transaction that made it. Refused as <see cref="Send"/>.</summary>
    internal async Task<Outcome<int>> SendAtOnce(UnitOfWork work, Decision decision) =>
        await SendAll(work, decision, await LetterRepository.OfDecision(work, decision.Id), await LetterRepository.Recipients(work, decision.Id));

    private async Task<Outcome<int>> SendAll(UnitOfWork work, Decision decision, IReadOnlyList<Letter> letters, IReadOnlyList<LetterRecipient> recipients)
    {
        if (!await DecisionRepository.LettersSent(work, decision))
        {
            return new Refusal("letter.sent");
        }

        var ends = LetterRules.OfferEnds(work.Now, awards.Value.OfferDays, portal.Value.Zone);
        var byLetter = recipients.ToLookup(person => person.LetterId);
        foreach (var letter in letters)
        {
            var sent = await SendOne(work, letter, [.. byLetter[letter.Id]], ends);
            if (sent.Refused)
            {
                return Outcome<int>.Refuse(sent.Refusals);
            }
        }

        work.Audit("letters.sent", "Decision", decision.Id, new { letters = letters.Count, recipients = recipients.Count });
        return recipients.Count;
    }

    private async Task<Outcome> SendOne(UnitOfWork work, Letter draft, IReadOnlyList<LetterRecipient> people, DateTimeOffset ends)
    {
        var letter = draft with { Body = LetterRules.Fill(draft.Body, Final(draft, ends)) };
        if (LetterRules.Open(letter.Subject + letter.Body) is [var place, ..])
        {
            return new Refusal("letter.place-open", letter.Reference, place);
        }

        if (letter.AwardReference is { } award)
        {
            var offered = await Offer(work, letter, award, draft, ends);
            if (offered.Refused)
            {
                return offered;
            }
        }

        if (!await LetterRepository.Send(work, letter, people.Count > 0 ? people[0].DeliverBy : letter.DeliverBy))
        {
            return new Refusal("letter.sent");
        }

        await ApplicationRepository.Told(work, letter.ApplicationId);
        foreach (var person in people)
        {
            await LetterRepository.InsertRecipient(work, person);
            work.Mail(new Recipient(person.PersonId, person.Address, person.Name, person.Language), Written(letter, person.DeliverBy, ends), "DecisionLetter", letter.Id);
        }

        return Outcome.Ok;
    }

    private async Task<Outcome> Offer(UnitOfWork work, Letter letter, string reference, Letter draft, DateTimeOffset ends)
    {
        var award = (await AwardRepository.FindByReference(work, reference))!;
        var terms = LetterRules.Fill(award.Terms ?? "", Final(draft, ends));
        if (LetterRules.Open(terms) is [var place, ..])
        {
            return new Refusal("letter.place-open", letter.Reference, place);
        }

        work.Audit("award.offered", "Award", award.Id, new { expires = ends });
        return await AwardRepository.Offer(work, award, terms, ends) ? Outcome.Ok : new Refusal("letter.sent");
    }

    private Dictionary<string, string> Final(Letter letter, DateTimeOffset ends) => new()
    {
        [LetterRules.Expires] = Instants.Long(ends, portal.Value.Zone, System.Globalization.CultureInfo.GetCultureInfo(letter.Language)),
    };

    private static Message Written(Letter letter, LetterDelivery by, DateTimeOffset ends) => by == LetterDelivery.SignIn
        ? new DecisionNotice(letter.Reference, AwardRoutes.Letter(letter.Reference))
        : new DecisionLetter(
            letter.Subject,
            SafeMarkdown.ToHtml(letter.Body),
            LetterRules.AsText(letter.Body),
            AwardRoutes.Letter(letter.Reference),
            letter.AwardReference is { } award ? AwardRoutes.Mine(award) : null,
            letter.AwardReference is null ? null : ends);
}
