using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;
using QRCoder;

namespace GrantsPortal.Bookings.Calendar;

/// <summary>
/// Encloses with every e-mail about a booking what the person's calendar does not know yet, and with those that name a
/// ticket its QR code. Calendar programs take one invitation from a message and leave what else they find to be opened by
/// hand, so each session is a file of its own and the first is the message's invitation.
/// </summary>
public sealed class InvitationEnclosures(IOptions<PortalOptions> portal, MimeMaker mime, PortalTexts texts) : IEnclosures
{
    /// <summary>The name by which the HTML version shows the QR code.</summary>
    public const string TicketPicture = "ticket.png";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Enclosure>> For(UnitOfWork work, IReadOnlyList<MessageDraft> drafts)
    {
        List<Enclosure> enclosed = [];
        foreach (var some in drafts.Where(draft => draft is { RelatedType: nameof(Booking), RelatedId: not null }).Chunk(500))
        {
            enclosed.AddRange(await Some(work, some));
        }

        return enclosed;
    }

    private async Task<List<Enclosure>> Some(UnitOfWork work, IReadOnlyList<MessageDraft> drafts)
    {
        long[] ids = [.. drafts.Select(draft => draft.RelatedId!.Value).Distinct()];
        var bookings = (await CalendarRepository.Bookings(work, ids)).ToDictionary(booking => booking.Id);
        long[] occasionIds = [.. bookings.Values.Select(booking => booking.OccasionId).Distinct()];
        var occasions = (await OccasionRepository.Find(work, occasionIds)).ToDictionary(occasion => occasion.Id);
        var sessions = (await OccasionRepository.Sessions(work, occasionIds)).ToLookup(session => session.OccasionId);
        var sent = (await CalendarRepository.Sent(work, ids)).ToLookup(one => one.ForBookingId);
        List<Enclosure> enclosed = [];
        HashSet<long> told = [];
        foreach (var draft in drafts)
        {
            if (!bookings.TryGetValue(draft.RelatedId!.Value, out var booking))
            {
                continue;
            }

            if (draft.Message is ITicketMessage { TicketCode.Length: > 0 } && booking.HasPlace)
            {
                enclosed.Add(new Enclosure { MessageId = draft.Id, Place = EnclosurePlace.Inline, FileName = TicketPicture, ContentType = "image/png", Content = Ticket(booking.TicketCode) });
            }

            // Several e-mails about one booking in one transaction: the first brings the news. Without a sender no e-mail leaves, and booking goes on.
            if (mime.HasSender && told.Add(booking.Id))
            {
                var news = InvitationRules.News(booking, [.. sessions[booking.OccasionId]], [.. sent[booking.Id]], work.Now);
                foreach (var one in news)
                {
                    await CalendarRepository.Put(work, booking.Id, one);
                }

                enclosed.AddRange(Files(draft, booking, occasions[booking.OccasionId], news, work.Now));
            }
        }

        return enclosed;
    }

    private IEnumerable<Enclosure> Files(MessageDraft draft, Booking booking, Occasion occasion, IReadOnlyList<InvitationNews> news, DateTimeOffset now)
    {
        var sender = mime.Sender(draft.To.Language);
        var link = new Uri(portal.Value.PublicUrl.TrimEnd('/') + BookingRoutes.One(booking.Secret));
        foreach (var (index, one) in news.Index())
        {
            var entry = SessionEntries.For(booking, occasion, one.Session, link, texts.In(draft.To.Language), now) with
            {
                Sequence = one.Sequence,
                Cancelled = one.Method == CalendarMethod.Cancel,
                Organiser = new CalendarPerson(sender.Name ?? portal.Value.City, sender.Address),
                Guest = new CalendarPerson(SafeName.Of(booking.Name), booking.Email),
            };
            var content = CalendarFile.Write([entry], one.Method);
            var method = one.Method.ToString().ToUpperInvariant();
            if (index == 0)
            {
                yield return new Enclosure { MessageId = draft.Id, Place = EnclosurePlace.Alternative, FileName = "invite.ics", ContentType = $"{CalendarFile.ContentType}; method={method}", Content = content };
            }

            var file = news.Count == 1 ? "invite.ics" : FormattableString.Invariant($"session-{index + 1}.ics");
            yield return new Enclosure { MessageId = draft.Id, Place = EnclosurePlace.Attached, FileName = file, ContentType = $"application/ics; name=\"{file}\"", Content = content };
        }
    }

    private static byte[] Ticket(string code)
    {
        using var made = QRCodeGenerator.GenerateQrCode(code, QRCodeGenerator.ECCLevel.Q);
        return new PngByteQRCode(made).GetGraphic(6);
    }
}
