using System.Globalization;
using System.Text;
using System.Xml;
using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Platform;

namespace GrantsPortal.Payments.Bank.Transfers;

/// <summary>
/// Writes a file of transfers as ISO 20022 <c>pain.001.001.09</c> (CustomerCreditTransferInitiationV09), within what the European
/// Payments Council's customer-to-bank guidelines (EPC132-08) allow. The same file always makes the same bytes.
/// </summary>
public sealed class PainWriter
{
    /// <summary>The message's namespace.</summary>
    public const string Namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private const int NameLimit = 70;
    private const int TextLimit = 140;
    private readonly TransferFile _file;
    private readonly XmlWriter _xml;

    private PainWriter(TransferFile file, XmlWriter xml)
    {
        _file = file;
        _xml = xml;
    }

    /// <summary>Writes the file as UTF-8 without a byte order mark.</summary>
    public static void Write(Stream to, TransferFile file)
    {
        using var xml = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false });
        new PainWriter(file, xml).Document();
    }

    private void Document()
    {
        _xml.WriteStartDocument();
        _xml.WriteStartElement("Document", Namespace);
        In("CstmrCdtTrfInitn", () =>
        {
            In("GrpHdr", GroupHeader);
            foreach (var part in _file.Parts)
            {
                In("PmtInf", () => Part(part));
            }
        });
        _xml.WriteEndDocument();
    }

    private void GroupHeader()
    {
        Put("MsgId", _file.MessageId);
        Put("CreDtTm", _file.CreatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        Totals(_file.Transfers.Count, _file.Transfers.Sum(transfer => transfer.AmountMinor));
        Name("InitgPty", _file.Debtor.Holder, _file.MessageId);
    }

    private void Part(TransferPart part)
    {
        Put("PmtInfId", part.Id);
        Put("PmtMtd", "TRF");
        Put("BtchBookg", _file.BookedAsOne ? "true" : "false");
        Totals(part.Transfers.Count, part.SumMinor);
        In("PmtTpInf", () =>
        {
            Code("SvcLvl", part.Kind == TransferKind.Sepa ? "SEPA" : "NURG");
            if (part.Kind is TransferKind.UsOrganisation or TransferKind.UsPerson)
            {
                Code("LclInstrm", part.Kind == TransferKind.UsOrganisation ? "CCD" : "PPD");
            }
        });
        In("ReqdExctnDt", () => Put("Dt", _file.ExecuteOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Name("Dbtr", _file.Debtor.Holder, _file.MessageId);
        In("DbtrAcct", () => Account(_file.Debtor, _file.Currency));
        Agent("DbtrAgt", _file.Debtor);
        Put("ChrgBr", part.Kind == TransferKind.Sepa ? "SLEV" : "SHAR");
        foreach (var transfer in part.Transfers)
        {
            In("CdtTrfTxInf", () => Transaction(transfer));
        }
    }

    private void Transaction(Transfer transfer)
    {
        In("PmtId", () =>
        {
            Put("InstrId", transfer.Reference);
            Put("EndToEndId", transfer.Reference);
        });
        In("Amt", () =>
        {
            _xml.WriteStartElement("InstdAmt", Namespace);
            _xml.WriteAttributeString("Ccy", _file.Currency);
            _xml.WriteString(Amount(transfer.AmountMinor));
            _xml.WriteEndElement();
        });
        if (transfer.Creditor is not { Scheme: AccountScheme.Iban, Bic: null })
        {
            Agent("CdtrAgt", transfer.Creditor);
        }

        Name("Cdtr", transfer.Creditor.Holder, $"Payee of {transfer.Reference}");
        In("CdtrAcct", () => Account(transfer.Creditor, null));
        In("RmtInf", () => Put("Ustrd", BankTextRules.Fit(transfer.Text, TextLimit, transfer.Reference)));
    }

    private void Account(BankAccount account, string? currency)
    {
        In("Id", () =>
        {
            if (account.Scheme == AccountScheme.Iban)
            {
                Put("IBAN", account.Iban!);
                return;
            }

            In("Othr", () =>
            {
                Put("Id", account.AccountNumber!);
                Code("SchmeNm", "BBAN");
            });
        });
        if (account.Kind is { } kind)
        {
            Code("Tp", kind == UsAccountKind.Savings ? "SVGS" : "CACC");
        }

        if (currency is not null)
        {
            Put("Ccy", currency);
        }
    }

    private void Agent(string name, BankAccount account) => In(name, () => In("FinInstnId", () =>
    {
        switch (account)
        {
            case { Scheme: AccountScheme.Uk }:
                Member("GBDSC", account.SortCode!);
                break;
            case { Scheme: AccountScheme.Us }:
                Member("USABA", account.RoutingNumber!);
                break;
            case { Bic: { } bic }:
                Put("BICFI", bic);
                break;
            default:
                In("Othr", () => Put("Id", "NOTPROVIDED"));
                break;
        }
    }));

    private void Member(string system, string member) => In("ClrSysMmbId", () =>
    {
        Code("ClrSysId", system);
        Put("MmbId", member);
    });

    private void Totals(int count, long sumMinor)
    {
        Put("NbOfTxs", count.ToString(CultureInfo.InvariantCulture));
        Put("CtrlSum", Amount(sumMinor));
    }

    private string Amount(long minor) =>
        Money.FromMinor(minor, _file.Currency).Amount.ToString("F" + Money.DigitsOf(_file.Currency), CultureInfo.InvariantCulture);

    private void Name(string element, string name, string otherwise) =>
        In(element, () => Put("Nm", BankTextRules.Fit(name, NameLimit, otherwise)));

    private void Code(string element, string code) => In(element, () => Put("Cd", code));

    private void Put(string element, string text) => _xml.WriteElementString(element, Namespace, text);

    private void In(string element, Action content)
    {
        _xml.WriteStartElement(element, Namespace);
        content();
        _xml.WriteEndElement();
    }
}
