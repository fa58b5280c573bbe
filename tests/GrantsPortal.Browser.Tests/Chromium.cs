using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(GrantsPortal.Browser.Tests.Chromium))]

namespace GrantsPortal.Browser.Tests;

/// <summary>One headless Chromium for all tests of this project; Debian's own, which <c>./test.sh</c> installs.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Milliseconds after which a step of a journey has failed; long, since other tests run beside it and documents are made on the way.</summary>
    internal const float Patience = 60_000;

    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    private const string MadeOf =
        """
        () => location.pathname.replace(/[A-Z]{2}-\d{4}-\d{4}|\d{6,}/g, "…") + window.innerWidth + [...new Set([...document.querySelectorAll("body *")]
            .map((e) => `${e.tagName}.${e.getAttribute("class") ?? ""}.${e.getAttribute("type") ?? ""}.${e.getAttribute("aria-invalid") ?? ""}`))].sort().join()
        """;

    /// <summary>Violations alone, in this one window: the package's own way opens a second one for each page to gather frames, and no page here has any.</summary>
    private const string Scan =
        """
        async (rules) => (await axe.run(document, { runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] })).violations
            .map((violation) => `${violation.id}: ${violation.help}\n  ${violation.nodes.slice(0, 5).map((node) => node.html).join("\n  ")}`)
        """;

    private static readonly Lazy<string> Axe = new(() =>
    {
        using var script = new StreamReader(typeof(AxeResult).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!);
        return script.ReadToEnd();
    });

    private static readonly ConcurrentDictionary<string, bool> Scanned = new(StringComparer.Ordinal);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A new browser window with cookies of its own; a phone is 360 px wide.</summary>
    public async Task<IPage> Open(Uri portal, bool phone = false)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = portal.ToString(),
            ViewportSize = phone ? new ViewportSize { Width = 360, Height = 740 } : new ViewportSize { Width = 1280, Height = 900 },
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>
    /// Holds the page against WCAG 2.2 AA with axe, and against the width of its window: nothing but a table may be wider.
    /// A page made of the same elements as one that was scanned before, at the same width, is not scanned again.
    /// A picture is kept where <c>GRANTSPORTAL_PICTURES</c> names a folder.
    /// </summary>
    public static async Task Inspect(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("GRANTSPORTAL_PICTURES") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }

        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{name} {page.Url} is {overflow} px wider than its window.");
        if (!Scanned.TryAdd(await page.EvaluateAsync<string>(MadeOf), true))
        {
            return;
        }

        await page.EvaluateAsync(Axe.Value);
        var found = await page.EvaluateAsync<string[]>(Scan, Rules);
        Assert.True(found.Length == 0, $"{name} {page.Url}\n" + string.Join('\n', found));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
