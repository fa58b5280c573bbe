using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>
/// Bringing the bank's statements in: a file is read and what it will do is shown before anything is booked. A file counts once, an
/// entry counts once, however many statements hold it and in whatever order they come.
/// </summary>
public sealed partial class StatementDesk(
    PortalDatabase database, PaymentMoves moves, RecoveryDesk recovery, FileSeal files, IOptions<BankOptions> bank, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Takes a file in. Value: the statement's id. Refused at <c>File</c> with <c>statement.finance-only</c>, <c>bank.not-set-up</c>,
    /// <c>statement.empty</c>, <c>statement.too-large</c> (limit in MiB), <c>statement.known</c> (name, instant),
    /// <c>statement.other-account</c> (masked), <c>statement.other-currency</c>, or as <see cref="CamtReader.Read"/> and
    /// <see cref="CsvStatementReader.Read"/> say.
    /// </summary>
    public async Task<Outcome<long>> Upload(Actor actor, Stream content, string name)
    {
        if (!actor.Is(Roles.Finance))
        {
            return new Refusal("statement.finance-only").At("File");
        }

        var file = await Bounded(content);
        if (file is null or { Length: 0 })
        {
            return (file is null ? new Refusal("statement.too-large", CamtReader.MostBytes / 1024 / 1024) : new Refusal("statement.empty")).At("File");
        }

        await using var work = await database.Write(actor);
        var (form, headings, columns) = await Form(work, file);
        if (await StatementRepository.FindByFile(work, FileSeal.HashOf(file)) is { } known)
        {
            return new Refusal("statement.known", known.Name, known.UploadedAt).At("File");
        }

        if (Look(file, form, columns) is { } refusal)
        {
            return refusal.At("File");
        }

        var kept = await files.Keep(work, file, FileKinds.CleanName(name));
        var statement = new BankStatement
        {
            Id = work.NewId(),
            FileId = kept.Id,
            FileHash = kept.Hash,
            Name = FileKinds.CleanName(name),
            Form = form,
            CsvColumns = columns is null ? null : Json.Write(columns),
        };
        if (!await StatementRepository.Insert(work, statement, headings))
        {
            return new Refusal("statement.known", statement.Name, work.Now).At("File");
        }

        work.Audit("statement.read", "BankStatement", statement.Id, new { form, hash = kept.Hash });
        await work.Commit();
        return statement.Id;
    }

    /// <summary>
    /// Keeps which column of a CSV holds what. Refused with <c>statement.finance-only</c>, <c>statement.unknown</c>,
    /// <c>statement.changed-meanwhile</c>, or as <see cref="CsvStatementReader.Read"/> says.
    /// </summary>
    public async Task<Outcome> Choose(Actor actor, long id, int version, CsvColumns columns)
    {
        await using var work = await database.Write(actor);
        if (!actor.Is(Roles.Finance) || await StatementRepository.Find(work, id) is not { Form: StatementForm.Csv } statement)
        {
            return new Refusal(actor.Is(Roles.Finance) ? "statement.unknown" : "statement.finance-only");
        }

        var rows = CsvStatementReader.Rows(await Content(work, statement));
        var read = CsvStatementReader.Read(rows, columns, Currency);
        if (read.Refused)
        {
            return read.Plain();
        }

        if (!await StatementRepository.SetColumns(work, id, version, Json.Write(columns)))
        {
            return new Refusal("statement.changed-meanwhile");
        }

        work.Audit("statement.columns-chosen", "BankStatement", id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Drops what was not booked. Refused with <c>statement.finance-only</c>, <c>statement.changed-meanwhile</c>.</summary>
    public async Task<Outcome> Drop(Actor actor, long id, int version)
    {
        if (!actor.Is(Roles.Finance))
        {
            return new Refusal("statement.finance-only");
        }

        await using var work = await database.Write(actor);
        if (!await StatementRepository.Drop(work, id, version))
        {
            return new Refusal("statement.changed-meanwhile");
        }

        work.Audit("statement.dropped", "BankStatement", id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>The first rows of a CSV, headings first, for choosing its columns.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> Sample(UnitOfWork work, BankStatement statement, int rows) =>
        [.. CsvStatementReader.Rows(await Content(work, statement)).Take(rows)];

    /// <summary>What a file tells. Refused with <c>statement.columns-missing</c> while a CSV's columns are not chosen, or as the readers say.</summary>
    public async Task<Outcome<IReadOnlyList<ReadStatement>>> Read(UnitOfWork work, BankStatement statement) =>
        Read(await Content(work, statement), statement.Form, statement.CsvColumns is { } columns ? Chosen(columns) : null);

    /// <summary>Columns as they are stored.</summary>
    public static CsvColumns Chosen(string columns) => Json.Read<CsvColumns>(columns);

    private string Currency => portal.Value.Currency;

    private Outcome<IReadOnlyList<ReadStatement>> Read(byte[] file, StatementForm form, CsvColumns? columns)
    {
        if (form == StatementForm.Camt)
        {
            return CamtReader.Read(file);
        }

        if (columns is null)
        {
            return new Refusal("statement.columns-missing");
        }

        var read = CsvStatementReader.Read(CsvStatementReader.Rows(file), columns, Currency);
        return read.Done ? Outcome<IReadOnlyList<ReadStatement>>.Of([read.Value]) : Outcome<IReadOnlyList<ReadStatement>>.Refuse(read.Refusals);
    }

    /// <summary>What stands against a file as it is; a CSV whose columns are not known has only to have rows.</summary>
    private Refusal? Look(byte[] file, StatementForm form, CsvColumns? columns)
    {
        var city = bank.Value.Account();
        if (city.Refused)
        {
            return new Refusal("bank.not-set-up");
        }

        if (form == StatementForm.Csv && columns is null)
        {
            return CsvStatementReader.Rows(file).Count < 2 ? new Refusal("statement.none") : null;
        }

        var read = Read(file, form, columns);
        return read.Refused ? read.Refusals[0] : Wrong(read.Value, city.Value);
    }

    private static Refusal? Wrong(IReadOnlyList<ReadStatement> statements, BankAccount city) =>
        statements.FirstOrDefault(statement => !StatementRules.IsOf(statement, city)) is { } other
            ? new Refusal("statement.other-account", other.Account![^Math.Min(4, other.Account!.Length)..], city.Masked)
            : null;

    private static async Task<(StatementForm Form, string? Headings, CsvColumns? Columns)> Form(UnitOfWork work, byte[] file)
    {
        // XML starts with a bracket, after a byte order mark and white space at most; in UTF-16 with the mark.
        if (file.FirstOrDefault(one => one is not (0xEF or 0xBB or 0xBF or (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t')) is (byte)'<' or 0xFF or 0xFE)
        {
            return (StatementForm.Camt, null, null);
        }

        var rows = CsvStatementReader.Rows(file);
        var headings = FileSeal.HashOf(System.Text.Encoding.UTF8.GetBytes(string.Join('\u001F', rows.Count > 0 ? rows[0] : [])));
        return (StatementForm.Csv, headings, await StatementRepository.ColumnsFor(work, headings) is { } known ? Chosen(known) : null);
    }

    private async Task<byte[]> Content(UnitOfWork work, BankStatement statement) =>
        await files.Open(work, statement.FileId, statement.FileHash) ?? throw new InvalidOperationException($"The file of statement {statement.Id} cannot be opened.");

    private static async Task<byte[]?> Bounded(Stream content)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(buffer)) > 0)
        {
            if (kept.Length + read > CamtReader.MostBytes)
            {
                return null;
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
