using System.Globalization;
using System.Text.Json;
using GrantsPortal.Platform;

namespace GrantsPortal.Publishing.Import;

/// <summary>Something odd about a row: <see cref="Fatal"/> when the row cannot be used.</summary>
/// <param name="Reason">What is odd, as a sentence.</param>
/// <param name="Fatal">Whether the row is left out for it.</param>
public sealed record Irregularity(string Reason, bool Fatal = false);

/// <summary>A grant of the 360Giving Data Standard, as far as the portal keeps it.</summary>
public sealed record GrantRow(
    string Id,
    string Title,
    string? Description,
    Money Amount,
    DateOnly AwardedOn,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    string RecipientId,
    string RecipientName,
    string? CharityNumber,
    string? Street,
    string? Town,
    string? Postcode,
    string? Website,
    string? FunderName,
    string? FunderId,
    string? Programme);

/// <summary>
/// Reads one grant of the 360Giving Data Standard 1.x (standard.threesixtygiving.org: required are id, title,
/// description, currency, amountAwarded, awardDate, recipientOrganization, fundingOrganization).
/// </summary>
public static class GrantRules
{
    /// <summary>The row, or null when it cannot be used, and everything odd about it.</summary>
    public static (GrantRow? Row, IReadOnlyList<Irregularity> Odd) Read(JsonElement grant)
    {
        var odd = new List<Irregularity>();
        if (grant.ValueKind != JsonValueKind.Object)
        {
            return (null, [new Irregularity("it is not an object", Fatal: true)]);
        }

        var id = Needed(grant, "id", odd);
        var title = Needed(grant, "title", odd);
        var amount = Amount(grant, odd);
        var awarded = Day(grant, "awardDate", odd, needed: true);
        var recipient = First(grant, "recipientOrganization", odd, needed: true);
        var recipientId = recipient is { } r ? Identifier(Needed(r, "id", odd), odd) : null;
        var recipientName = recipient is { } named ? Needed(named, "name", odd) : null;
        if (Text(grant, "description") is null)
        {
            odd.Add(new Irregularity("it has no description"));
        }

        var planned = First(grant, "plannedDates", odd);
        var (starts, ends) = planned is { } p ? (Day(p, "startDate", odd), Day(p, "endDate", odd)) : (null, null);
        if (ends < starts)
        {
            odd.Add(new Irregularity("its work ends before it starts"));
        }

        if (odd.Any(irregularity => irregularity.Fatal))
        {
            return (null, odd);
        }

        var funder = First(grant, "fundingOrganization", odd);
        var programme = First(grant, "grantProgramme", odd);
        return (new GrantRow(
            id!, title!, Text(grant, "description"), amount!.Value, awarded!.Value, starts, ends, recipientId!, recipientName!,
            Text(recipient!.Value, "charityNumber"), Text(recipient.Value, "streetAddress"), Text(recipient.Value, "addressLocality"),
            Text(recipient.Value, "postalCode"), Text(recipient.Value, "url"), Text(funder, "name"), Text(funder, "id"), Text(programme, "title")), odd);
    }

    private static string? Needed(JsonElement from, string name, List<Irregularity> odd)
    {
        var text = Text(from, name);
        if (text is null)
        {
            odd.Add(new Irregularity($"{name} is missing", Fatal: true));
        }

        return text;
    }

    private static string? Text(JsonElement? from, string name) =>
        from is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text
            ? text
            : null;

    private static string? Identifier(string? typed, List<Irregularity> odd)
    {
        var plain = typed is null ? null : string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));
        if (plain != typed)
        {
            odd.Add(new Irregularity($"the recipient's identifier \"{typed}\" has spaces in it; read as {plain}"));
        }

        return plain;
    }

    private static Money? Amount(JsonElement grant, List<Irregularity> odd)
    {
        var currency = Needed(grant, "currency", odd);
        if (!grant.TryGetProperty("amountAwarded", out var value) || value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var amount))
        {
            odd.Add(new Irregularity("amountAwarded is not a number", Fatal: true));
            return null;
        }

        if (currency is not { Length: 3 } || !currency.All(char.IsAsciiLetterUpper))
        {
            odd.Add(new Irregularity("currency is not a code of ISO 4217", Fatal: true));
            return null;
        }

        if (amount < 0)
        {
            odd.Add(new Irregularity("amountAwarded is below nought", Fatal: true));
        }
        else if (amount == 0)
        {
            odd.Add(new Irregularity("amountAwarded is nought"));
        }

        var rounded = decimal.Round(amount, Money.DigitsOf(currency), MidpointRounding.ToEven);
        if (rounded != amount)
        {
            odd.Add(new Irregularity($"amountAwarded {amount.ToString(CultureInfo.InvariantCulture)} is finer than the currency; read as {rounded.ToString(CultureInfo.InvariantCulture)}"));
        }

        return new Money(rounded, currency);
    }

    private static DateOnly? Day(JsonElement from, string name, List<Irregularity> odd, bool needed = false)
    {
        var text = Text(from, name);
        if (text is not null && text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        if (needed || text is not null)
        {
            odd.Add(new Irregularity($"{name} is not a date", Fatal: needed));
        }

        return null;
    }

    private static JsonElement? First(JsonElement grant, string name, List<Irregularity> odd, bool needed = false)
    {
        var list = grant.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : 0;
        if (list == 0 || value[0].ValueKind != JsonValueKind.Object)
        {
            if (needed)
            {
                odd.Add(new Irregularity($"{name} is missing", Fatal: true));
            }

            return null;
        }

        if (list > 1)
        {
            odd.Add(new Irregularity($"it has {list} of {name}; the first is read"));
        }

        return value[0];
    }
}
