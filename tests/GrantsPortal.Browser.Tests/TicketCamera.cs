using System.Text;
using Microsoft.Playwright;
using QRCoder;

namespace GrantsPortal.Browser.Tests;

/// <summary>A browser of a phone whose camera sees a ticket.</summary>
public sealed class TicketCamera : IAsyncDisposable
{
    private readonly string _film = Path.Combine(Path.GetTempPath(), $"ticket-{Guid.NewGuid():N}.y4m");
    private IBrowser? _browser;

    private TicketCamera()
    {
    }

    /// <summary>The phone's window.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>A phone at a portal, before whose camera the QR code of a ticket stands still.</summary>
    public static async Task<TicketCamera> Before(Uri portal, string code)
    {
        var camera = new TicketCamera();
        await File.WriteAllBytesAsync(camera._film, Frames(code));
        var playwright = await Playwright.CreateAsync();
        camera._browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={camera._film}"],
        });
        var context = await camera._browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = portal.ToString(),
            ViewportSize = new ViewportSize { Width = 360, Height = 740 },
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(Chromium.Patience);
        camera.Page = await context.NewPageAsync();
        return camera;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        File.Delete(_film);
    }

    /// <summary>Two frames of 640 by 480 in which a QR code stands still (YUV4MPEG2, 4:2:0).</summary>
    private static byte[] Frames(string code)
    {
        const int Width = 640, Height = 480, Dot = 10;
        using var made = QRCodeGenerator.GenerateQrCode(code, QRCodeGenerator.ECCLevel.Q);
        var size = made.ModuleMatrix.Count * Dot;
        var luma = Enumerable.Repeat((byte)235, Width * Height).ToArray();
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                luma[((y + ((Height - size) / 2)) * Width) + x + ((Width - size) / 2)] = made.ModuleMatrix[y / Dot][x / Dot] ? (byte)16 : (byte)235;
            }
        }

        byte[] frame = [.. "FRAME\n"u8, .. luma, .. Enumerable.Repeat((byte)128, Width * Height / 2)];
        return [.. Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F10:1 Ip A1:1 C420mpeg2\n"), .. frame, .. frame];
    }
}
