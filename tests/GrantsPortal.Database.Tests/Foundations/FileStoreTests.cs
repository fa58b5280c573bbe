using System.IO.Compression;
using System.Text;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Files;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GrantsPortal.Database.Tests.Foundations;

public sealed class FileStoreTests : IDisposable
{
    private readonly City _city = new();

    private FileStore Store => _city.Portal.Get<FileStore>();

    public void Dispose() => _city.Dispose();

    [Theory]
    [InlineData("an exe named .pdf", "budget.pdf")]
    [InlineData("a web page named .txt", "notes.txt")]
    [InlineData("a web page with a mark before it", "notes.txt")]
    [InlineData("a script named .csv", "list.csv")]
    [InlineData("an svg with a script", "logo.svg")]
    [InlineData("a Word document with macros", "plan.docx")]
    [InlineData("a Word document that says it has macros", "plan.docx")]
    [InlineData("a zip bomb", "plan.docx")]
    [InlineData("a zip bomb that says it is small", "plan.docx")]
    [InlineData("a document whose parts share their bytes", "plan.docx")]
    [InlineData("an encrypted document", "plan.docx")]
    [InlineData("a document cut short", "plan.docx")]
    [InlineData("a plain zip", "plan.zip")]
    [InlineData("zeros", "data.txt")]
    public async Task What_is_not_a_document_is_refused_whatever_its_name(string what, string name)
    {
        var saved = await Store.Save(new MemoryStream(Content(what)), name);

        Assert.Equal("file.not-allowed", Assert.Single(saved.Refusals).Code);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_city.Portal.Folder, "files"), "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("a PDF", "budget.pdf", "application/pdf")]
    [InlineData("a PDF", "budget.exe", "application/pdf")]
    [InlineData("text", "notes.txt", "text/plain")]
    [InlineData("text", "list.csv", "text/csv")]
    [InlineData("a Word document", "plan.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    public async Task A_document_is_kept_as_what_it_is(string what, string name, string type)
    {
        var saved = (await Store.Save(new MemoryStream(Content(what)), name)).Value;

        Assert.Equal(type, saved.ContentType);
        await using var kept = Store.Open(saved.Hash);
        var again = new MemoryStream();
        await kept.CopyToAsync(again);
        Assert.Equal(Content(what), again.ToArray());
    }

    [Fact]
    public async Task Too_much_and_nothing_are_refused()
    {
        Assert.Equal("file.too-large", (await Store.Save(new MemoryStream(new byte[FileStore.MaxBytes + 1]), "a.pdf")).Refusals[0].Code);
        Assert.Equal("file.empty", (await Store.Save(new MemoryStream(), "a.pdf")).Refusals[0].Code);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\ann\Budget 2026.pdf", "Budget 2026.pdf")]
    [InlineData("a\"b\r\nc<d>.pdf", "abcd.pdf")]
    public void A_name_is_for_display_alone(string came, string shown) => Assert.Equal(shown, FileKinds.CleanName(came));

    [Fact]
    public async Task What_belongs_to_nothing_is_removed_after_a_day_and_nothing_else()
    {
        var named = (await Store.Save(new MemoryStream(Content("a PDF")), "a.pdf")).Value;
        await _city.Write(Actor.System, work => StoredFileRepository.Insert(work, named));
        var orphan = (await Store.Save(new MemoryStream(Content("text")), "b.txt")).Value;
        foreach (var path in Directory.EnumerateFiles(Path.Combine(_city.Portal.Folder, "files"), "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(path, _city.Now.UtcDateTime);
        }

        _city.Portal.Clock.Advance(TimeSpan.FromHours(23));
        var job = _city.Portal.Services.GetServices<GrantsPortal.Platform.Jobs.IJob>().OfType<OrphanedFilesJob>().Single();

        await job.Run(default);
        Assert.True(Store.Has(orphan.Hash));

        _city.Portal.Clock.Advance(TimeSpan.FromHours(2));
        await job.Run(default);
        Assert.False(Store.Has(orphan.Hash));
        Assert.True(Store.Has(named.Hash));
    }

    [Fact]
    public async Task A_document_that_was_altered_or_removed_on_the_disk_shows()
    {
        var saved = (await Store.Save(new MemoryStream(Content("a PDF")), "a.pdf")).Value;
        await _city.Write(Actor.System, work => StoredFileRepository.Insert(work, saved));
        var invariant = _city.Portal.Services.GetServices<IInvariant>().OfType<FilesAreWhole>().Single();
        Assert.Empty(await _city.Read(invariant.Check));

        var path = Directory.EnumerateFiles(Path.Combine(_city.Portal.Folder, "files"), saved.Hash, SearchOption.AllDirectories).Single();
        await File.AppendAllTextAsync(path, "more");
        Assert.Contains("altered", Assert.Single(await _city.Read(invariant.Check)));

        File.Delete(path);
        Assert.Contains("missing", Assert.Single(await _city.Read(invariant.Check)));
    }

    private static byte[] Content(string what) => what switch
    {
        "an exe named .pdf" => [.. "MZ"u8, 0x90, 0, 3, .. new byte[200]],
        "a web page named .txt" => "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray(),
        "a web page with a mark before it" => [0xEF, 0xBB, 0xBF, .. "\r\n  <html><script>alert(1)</script>"u8],
        "a script named .csv" => "#!/bin/sh\nrm -rf /\n"u8.ToArray(),
        "an svg with a script" => "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray(),
        "a Word document" => Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")),
        "a Word document with macros" => Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>"), ("word/vbaProject.bin", "x")),
        "a Word document that says it has macros" => Zip(("[Content_Types].xml", "<Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>"), ("word/document.xml", "<w/>")),
        "a zip bomb" => Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", new string('0', 60_000_000))),
        "a zip bomb that says it is small" => WithDirectory(Content("a zip bomb"), 1, entry => BitConverter.GetBytes(1000).CopyTo(entry[24..])),
        "a document whose parts share their bytes" => WithDirectory(Zip(("[Content_Types].xml", "<w/>"), ("word/document.xml", "<w/>")), 1, entry => entry[42..46].Clear()),
        "an encrypted document" => WithDirectory(Content("a Word document"), 1, entry => entry[8] |= 1),
        "a document cut short" => Content("a Word document")[..^30],
        "a plain zip" => Zip(("readme.txt", "hello")),
        "zeros" => new byte[500],
        "a PDF" => "%PDF-1.7\n1 0 obj\n"u8.ToArray(),
        _ => Encoding.UTF8.GetBytes("Plain words, größer und 多."),
    };

    private delegate void Change(Span<byte> entry);

    /// <summary>The archive with one entry of its directory changed.</summary>
    private static byte[] WithDirectory(byte[] zip, int entry, Change change)
    {
        var at = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        for (; entry > 0; entry--)
        {
            at += 4 + zip.AsSpan(at + 4).IndexOf("PK\u0001\u0002"u8);
        }

        change(zip.AsSpan(at));
        return zip;
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.SmallestSize).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }
}
