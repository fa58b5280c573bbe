using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Response.CallDown;

namespace GrantsPortal.Response.Exercises;

/// <summary>Mails injects to those who take part, within the transaction that delivers them.</summary>
public sealed class ExerciseLetters(CallDownReader reader, CallDownLetters letters)
{
    /// <summary>
    /// Mails an inject to the officers, and for each partner to whoever of its contacts for a crisis comes first among those an e-mail may and can go to;
    /// how many people. An organisation at risk reads nothing of substance.
    /// </summary>
    public async Task<int> Send(UnitOfWork work, Exercise exercise, ExerciseInject inject)
    {
        var leads = (await PersonRepository.Find(work, exercise.FacilitatorId))!;
        var message = new ExerciseInjected(exercise.Title, inject.Words, inject.ToWhom, leads.Name, leads.Email);
        var sent = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var officers = await ExerciseRepository.Officers(work, exercise.Id);
        foreach (var officer in officers.Count == 0 ? [] : await PersonRepository.Find(work, [.. officers.Select(one => one.PersonId)]))
        {
            Mail(officer.AsRecipient(), message);
        }

        var partners = await ExerciseRepository.Partners(work, exercise.Id);
        var contacts = await ContactRepository.ForCallDown(work, [.. partners.Select(partner => partner.OrganisationId)]);
        foreach (var partner in partners)
        {
            var reached = contacts[partner.OrganisationId].Where(contact => ContactRules.MayReach(contact, ContactWay.Email)).ToList();
            foreach (var first in CallDownRules.Next(reached.Select(contact => reader.AsCallable(contact) with { ByText = false }), new HashSet<long>(), reader.IsNight(work.Now)))
            {
                Mail(letters.To(reached.First(contact => contact.Id == first.Id)), partner.LettersBy == LetterDelivery.SignIn ? new ExerciseNotice(leads.Name, leads.Email) : message);
            }
        }

        return sent.Count;

        void Mail(Recipient to, Message words)
        {
            if (sent.Add(to.Address))
            {
                work.Mail(to, words, nameof(Exercise), exercise.Id);
            }
        }
    }
}
