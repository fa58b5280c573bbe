using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing;

namespace GrantsPortal.TestWorld;

/// <summary>Somebody with a browser that runs no JavaScript: follows pages, fills in their forms, keeps cookies.</summary>
public sealed class Visitor(HttpClient client) : IDisposable
{
    private (string Name, string FileName, byte[] Content)? _file;

    /// <summary>A visitor of a portal that runs within the test.</summary>
    public Visitor(TestPortal portal)
        : this(portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }))
    {
    }

    /// <summary>The client, which keeps cookies and does not follow redirects by itself.</summary>
    public HttpClient Client { get; } = client;

    /// <summary>Opens a page, following redirects; throws unless the last answer is 200.</summary>
    public async Task<IHtmlDocument> Open(string path) => await Page(await Follow(await Client.GetAsync(path)));

    /// <summary>Asks for a page and gives the answer as it is.</summary>
    public Task<HttpResponseMessage> Get(string path) => Client.GetAsync(path);

    /// <summary>
    /// Sends the form that holds a button with this text, with the fields given laid over what the page has filled in;
    /// follows redirects.
    /// </summary>
    public async Task<IHtmlDocument> Press(IHtmlDocument page, string button, params (string Name, string? Value)[] fields) =>
        await Page(await Follow(await Send(page, button, fields)), HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity);

    /// <summary>Like <see cref="Press"/>, but gives the first answer as it is.</summary>
    public async Task<HttpResponseMessage> Send(IHtmlDocument page, string button, params (string Name, string? Value)[] fields)
    {
        var pressed = page.QuerySelectorAll("button, input[type=submit]").FirstOrDefault(b => Text(b).Equals(button, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"No button \"{button}\" on {page.Title}: {string.Join(" | ", page.QuerySelectorAll("button").Select(Text))}");
        var form = (IHtmlFormElement?)(pressed is IHtmlButtonElement b2 ? b2.Form : ((IHtmlInputElement)pressed).Form)
            ?? throw new InvalidOperationException($"The button \"{button}\" is in no form.");
        var values = Filled(form).Where(pair => fields.All(field => field.Name != pair.Key)).ToList();
        values.AddRange(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!)));
        if (pressed.GetAttribute("name") is { Length: > 0 } name && fields.All(field => field.Name != name))
        {
            values.Add(KeyValuePair.Create(name, pressed.GetAttribute("value") ?? ""));
        }

        var action = pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? "";
        var address = new Uri(new Uri(page.Url), action);
        if (string.Equals(form.Method, "get", StringComparison.OrdinalIgnoreCase))
        {
            var query = string.Join('&', values.Select(v => $"{Uri.EscapeDataString(v.Key)}={Uri.EscapeDataString(v.Value)}"));
            return await Client.GetAsync(new UriBuilder(address) { Query = query }.Uri);
        }

        return await Client.PostAsync(address, Body(form, values));
    }

    /// <summary>Sends the form with a file chosen in one of its file fields; otherwise like <see cref="Press"/>.</summary>
    public async Task<IHtmlDocument> PressWithFile(IHtmlDocument page, string button, (string Name, string FileName, byte[] Content) file, params (string Name, string? Value)[] fields)
    {
        _file = file;
        try
        {
            return await Press(page, button, fields);
        }
        finally
        {
            _file = null;
        }
    }

    /// <summary>The words of an element, with white space folded.</summary>
    public static string Text(AngleSharp.Dom.IElement? element) =>
        string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Reads an answer as a page; throws with the page's words unless its status is one of those allowed (200 when none is given).</summary>
    public static async Task<IHtmlDocument> Page(HttpResponseMessage answer, params HttpStatusCode[] allowed)
    {
        var html = await answer.Content.ReadAsStringAsync();
        var location = answer.RequestMessage!.RequestUri!.ToString();
        var page = (IHtmlDocument)await BrowsingContext.New().OpenAsync(request => request.Content(html).Address(location));
        if (allowed.Length == 0 ? answer.StatusCode != HttpStatusCode.OK : !allowed.Contains(answer.StatusCode))
        {
            throw new InvalidOperationException($"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri} answered {(int)answer.StatusCode}: {Text(page.Body)}");
        }

        return page;
    }

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();

    private HttpContent Body(IHtmlFormElement form, List<KeyValuePair<string, string>> values)
    {
        if (form.Enctype != "multipart/form-data")
        {
            return new FormUrlEncodedContent(values);
        }

        var body = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            body.Add(new StringContent(value), name);
        }

        if (_file is { } file)
        {
            body.Add(new ByteArrayContent(file.Content), file.Name, file.FileName);
        }

        return body;
    }

    private static IEnumerable<KeyValuePair<string, string>> Filled(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled"))
            {
                continue;
            }

            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "submit" or "file" or "button" or "image" } or IHtmlButtonElement:
                    break;
                case IHtmlInputElement input:
                    yield return KeyValuePair.Create(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement { IsMultiple: false } select:
                    yield return KeyValuePair.Create(name, select.Value ?? "");
                    break;
            }
        }
    }

    private async Task<HttpResponseMessage> Follow(HttpResponseMessage answer)
    {
        for (var hops = 0; hops < 10 && (int)answer.StatusCode is 301 or 302 or 303; hops++)
        {
            answer = await Client.GetAsync(new Uri(answer.RequestMessage!.RequestUri!, answer.Headers.Location!));
        }

        return answer;
    }
}
