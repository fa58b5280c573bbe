using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Platform.Mail;

/// <summary>
/// Fills a message's templates in the recipient's language, falling back to the first language of the portal and then
/// English. In templates the record's properties stand by name; <c>City</c>, <c>PortalUrl</c>, <c>ContactEmail</c>,
/// <c>RecipientName</c> and <c>Strong</c> (the city's colour) are always there; filters are <c>instant</c> (weekday, date, time and zone), <c>day</c>,
/// <c>money</c>, <c>name</c> (what somebody typed as a name, so that it cannot become a link), <c>link</c> (a path of the
/// portal as a full address) and <c>say</c> (one of the portal's own sentences that the record holds in English).
/// </summary>
public sealed class MessageRenderer
{
    private static readonly FluidParser Parser = new();
    private readonly ConcurrentDictionary<string, IFluidTemplate?> _templates = new(StringComparer.Ordinal);
    private readonly TemplateOptions _options = new() { MemberAccessStrategy = new UnsafeMemberAccessStrategy() };
    private readonly IOptions<PortalOptions> _live;

    /// <summary>A renderer for this portal.</summary>
    public MessageRenderer(IOptions<PortalOptions> portal, PortalTexts texts)
    {
        _live = portal;
        _options.ValueConverters.Add(value => value is Money or DateOnly ? new ObjectValue(value) : null);
        _options.Filters.AddFilter("instant", (input, _, context) => Say(Instants.Long(Instant(input), _live.Value.Zone, context.CultureInfo)));
        _options.Filters.AddFilter("day", (input, _, context) => Say(Instants.Day(input.ToObjectValue() is DateOnly day ? day : Instants.DayOf(Instant(input), _live.Value.Zone), context.CultureInfo)));
        _options.Filters.AddFilter("money", (input, _, context) => Say(((Money)input.ToObjectValue()).Format(context.CultureInfo)));
        _options.Filters.AddFilter("name", (input, _, _) => Say(SafeName.Of(input.ToStringValue())));
        _options.Filters.AddFilter("say", (input, _, context) => Say(texts.Find(context.CultureInfo, input.ToStringValue()) ?? input.ToStringValue()));
        _options.Filters.AddFilter("link", (input, _, _) => Say(_live.Value.PublicUrl.TrimEnd('/') + input.ToStringValue()));
    }

    /// <summary>The message as it will be sent; throws when a template is missing or wrong.</summary>
    public RenderedMessage Render(Message message, Recipient to)
    {
        var text = Fill(message, to, "txt", NullEncoder.Default);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || !text.StartsWith("Subject: ", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{message.Name}: the text template's first line is not its subject.");
        }

        var subject = text["Subject: ".Length..end].ReplaceLineEndings(" ").Trim();
        var body = Fill(message, to, "html", HtmlEncoder.Default);
        return new RenderedMessage(subject, Layout(body, subject, to), text[(end + 1)..].Trim() + "\n");
    }

    /// <summary>Every message there is, by name, made from its <c>Sample</c>.</summary>
    public static IReadOnlyList<Message> Samples() =>
        [.. typeof(Message).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Message)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (Message)(type.GetProperty("Sample", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)
                ?? throw new InvalidOperationException($"{type.Name} has no Sample.")))];

    private string Layout(string body, string subject, Recipient to)
    {
        var context = Context(new { Body = body, Subject = subject }, to);
        return Template("_Layout", to.Language, "html").Render(context, HtmlEncoder.Default);
    }

    private string Fill(Message message, Recipient to, string form, TextEncoder encoder) =>
        Template(message.Name, to.Language, form).Render(Context(message, to), encoder);

    private TemplateContext Context(object model, Recipient to)
    {
        var context = new TemplateContext(model, _options) { CultureInfo = CultureInfo.GetCultureInfo(Known(to.Language)) };
        context.SetValue("City", _live.Value.City);
        context.SetValue("PortalUrl", _live.Value.PublicUrl);
        context.SetValue("ContactEmail", _live.Value.ContactEmail);
        context.SetValue("Strong", _live.Value.Theme.Strong);
        context.SetValue("RecipientName", SafeName.Of(to.Name));
        context.SetValue("Language", Known(to.Language));
        return context;
    }

    private string Known(string language) =>
        _live.Value.Languages.Contains(language, StringComparer.OrdinalIgnoreCase) ? language : _live.Value.SourceLanguage;

    private IFluidTemplate Template(string name, string language, string form) =>
        Loaded($"{name}.{language}.{form}") ?? Loaded($"{name}.{_live.Value.SourceLanguage}.{form}") ?? Loaded($"{name}.en.{form}")
        ?? throw new InvalidOperationException($"The message {name} has no {form} template.");

    private IFluidTemplate? Loaded(string file) => _templates.GetOrAdd(file, key =>
    {
        using var stream = typeof(MessageRenderer).Assembly.GetManifestResourceStream($"messages/{key}.liquid");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return Parser.TryParse(reader.ReadToEnd(), out var template, out var error)
            ? template
            : throw new InvalidOperationException($"{key}: {error}");
    });

    private static DateTimeOffset Instant(FluidValue value) => value.ToObjectValue() switch
    {
        DateTimeOffset instant => instant,
        DateTime instant => new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc)),
        var other => throw new InvalidOperationException($"{other} is not an instant."),
    };

    private static ValueTask<FluidValue> Say(string text) => new(new StringValue(text));
}
