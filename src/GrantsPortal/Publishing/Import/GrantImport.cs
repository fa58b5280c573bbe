using System.IO.Compression;
using System.Security.Cryptography;
using GrantsPortal.Awards;
using GrantsPortal.Calls;
using GrantsPortal.Funds;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Publishing.Import;

/// <summary>How far an import has come.</summary>
/// <param name="Share">Share of the file read, 0 to 1.</param>
/// <param name="Rows">Grants read so far.</param>
public sealed record ImportProgress(double Share, int Rows);

/// <summary>What came of a row that is not as the standard wants it.</summary>
public sealed record ImportRemark(string RowId, string Reason, bool LeftOut);

/// <summary>What came of an import.</summary>
public sealed class ImportReport
{
    /// <summary>Awards that were not there before.</summary>
    public int Created { get; internal set; }

    /// <summary>Awards that the file told differently.</summary>
    public int Updated { get; internal set; }

    /// <summary>Awards that were there and the same.</summary>
    public int Unchanged { get; internal set; }

    /// <summary>Rows left out because they cannot be used.</summary>
    public int LeftOut { get; internal set; }

    /// <summary>Organisations made.</summary>
    public int Organisations { get; internal set; }

    /// <summary>Organisations that were filled in.</summary>
    public int OrganisationsFilledIn { get; internal set; }

    /// <summary>Programmes made.</summary>
    public int Programmes { get; internal set; }

    /// <summary>Every irregular row, with its id and reason.</summary>
    public List<ImportRemark> Remarks { get; } = [];

    /// <summary>Rows read.</summary>
    public int Rows => Created + Updated + Unchanged + LeftOut;

    internal bool ChangedAnything => Created + Updated + Organisations + OrganisationsFilledIn + Programmes > 0;
}

/// <summary>
/// Reads past awards, their recipients and programmes from open data in the 360Giving JSON format, in one transaction.
/// Recipients are matched on official identifier. Reading the same file again changes nothing.
/// </summary>
public sealed class GrantImport(PortalDatabase database)
{
    /// <summary>
    /// Reads a file, gzip or plain. Throws <see cref="System.Text.Json.JsonException"/> when it is not JSON in that format;
    /// nothing is kept then.
    /// </summary>
    public async Task<ImportReport> Run(Actor actor, Stream file, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        await using var counted = new CountedStream(file);
        await using var plain = await Unpacked(counted, cancel);
        await using var work = await database.Write(actor, cancel);
        var report = new ImportReport();
        await foreach (var grant in GrantStream.Read(plain, cancel))
        {
            var (row, odd) = GrantRules.Read(grant);
            var id = row?.Id ?? (grant.ValueKind == System.Text.Json.JsonValueKind.Object && grant.TryGetProperty("id", out var given) ? given.ToString() : $"row {report.Rows + 1}");
            report.Remarks.AddRange(odd.Select(irregularity => new ImportRemark(id, irregularity.Reason, irregularity.Fatal)));
            if (row is null)
            {
                report.LeftOut++;
            }
            else
            {
                await Keep(work, row, Hash(grant.GetRawText()), report);
            }

            if (report.Rows % 100 == 0)
            {
                progress?.Report(new ImportProgress(counted.Share, report.Rows));
            }
        }

        if (report.ChangedAnything)
        {
            work.Audit("import.grants", "Import", work.NewId(), new { report.Created, report.Updated, report.Unchanged, report.LeftOut, report.Organisations, report.Programmes });
        }

        await work.Commit(cancel);
        progress?.Report(new ImportProgress(1, report.Rows));
        return report;
    }

    private static async Task Keep(UnitOfWork work, GrantRow row, string hash, ImportReport report)
    {
        var before = await ImportedAwards.HashOf(work, row.Id);
        if (before == hash)
        {
            report.Unchanged++;
            await RemarkOnName(work, row, report);
            return;
        }

        var organisation = await Recipient(work, row, report);
        var award = new ImportedAward
        {
            ImportId = row.Id,
            ImportHash = hash,
            OrganisationId = organisation,
            ProgrammeId = row.Programme is { } programme ? await Programme(work, programme, row.Amount.Currency, report) : null,
            Title = row.Title.Length > 300 ? row.Title[..299] + "…" : row.Title,
            Summary = row.Description,
            AmountMinor = row.Amount.Minor,
            Currency = row.Amount.Currency,
            AwardedOn = row.AwardedOn,
            StartsOn = row.StartsOn,
            EndsOn = row.EndsOn,
            FunderName = row.FunderName,
            FunderId = row.FunderId,
            SearchText = Folded.Of(row.RecipientName, row.Title, row.Description, row.Town, row.Id),
        };
        if (before is null)
        {
            await ImportedAwards.Insert(work, award);
            report.Created++;
        }
        else
        {
            await ImportedAwards.Update(work, award);
            report.Updated++;
        }
    }

    private static async Task<long> Recipient(UnitOfWork work, GrantRow row, ImportReport report)
    {
        var read = new Organisation
        {
            Id = work.NewId(),
            Name = row.RecipientName.Length > 200 ? row.RecipientName[..200] : row.RecipientName,
            Slug = Slug(row.RecipientName, row.RecipientId),
            Kind = row.RecipientId.StartsWith("GB-EDU", StringComparison.Ordinal) ? OrganisationKind.School : OrganisationKind.Charity,
            OfficialId = row.RecipientId,
            LegalNumber = row.CharityNumber,
            Website = row.Website,
            Address = row.Street,
            Town = row.Town,
            Postcode = row.Postcode,
            LettersBy = LetterDelivery.Email,
            PublishedAs = Publication.Full,
            Source = RecordSource.Imported,
            CreatedAt = work.Now,
        };
        var known = await RemarkOnName(work, row, report);
        if (known is not null)
        {
            report.OrganisationsFilledIn += await OrganisationRepository.FillIn(work, known, read) ? 1 : 0;
            return known.Id;
        }

        if (!await OrganisationRepository.Insert(work, read))
        {
            throw new InvalidOperationException($"The organisation {read.OfficialId} clashes with another of the address {read.Slug}.");
        }

        report.Organisations++;
        return read.Id;
    }

    /// <summary>An organisation keeps the name it came with first; another name under the same identifier is reported.</summary>
    private static async Task<Organisation?> RemarkOnName(UnitOfWork work, GrantRow row, ImportReport report)
    {
        var known = await OrganisationRepository.FindByOfficialId(work, row.RecipientId);
        if (known is not null && Folded.Of(known.Name) != Folded.Of(row.RecipientName))
        {
            report.Remarks.Add(new ImportRemark(row.Id, $"the recipient {row.RecipientId} is called \"{row.RecipientName}\" here and \"{known.Name}\" before; the name before is kept", LeftOut: false));
        }

        return known;
    }

    private static async Task<long> Programme(UnitOfWork work, string name, string currency, ImportReport report)
    {
        var (id, made) = await ImportedProgrammes.FindOrMake(work, name, "past-" + Folded.Slug(name), currency);
        report.Programmes += made ? 1 : 0;
        return id;
    }

    private static string Slug(string name, string officialId)
    {
        var slug = Folded.Slug(name);
        var suffix = Folded.Slug(officialId);
        return slug.Length == 0 ? suffix : $"{slug}-{suffix}";
    }

    private static string Hash(string json) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(json)));

    private static async Task<Stream> Unpacked(CountedStream file, CancellationToken cancel)
    {
        var head = await file.Peek(cancel);
        return head is [0x1F, 0x8B] ? new GZipStream(file, CompressionMode.Decompress) : file;
    }
}
