namespace GrantsPortal.Payments.Bank;

/// <summary>Addresses of batches and statements.</summary>
public static class BankRoutes
{
    /// <summary>The batches.</summary>
    public const string Batches = "/manage/payments/batches";

    /// <summary>Where approved payments are chosen for a batch.</summary>
    public const string NewBatch = "/manage/payments/batches/new";

    /// <summary>Imported statements, and the lines that wait for a person.</summary>
    public const string Statements = "/manage/payments/statements";

    /// <summary>Where chosen lines are set aside.</summary>
    public const string SetAside = "/manage/payments/statements/set-aside";

    /// <summary>One batch.</summary>
    public static string Batch(string reference) => $"{Batches}/{reference}";

    /// <summary>Where a batch is released.</summary>
    public static string Release(string reference) => $"{Batch(reference)}/release";

    /// <summary>Where a batch is cancelled.</summary>
    public static string Cancel(string reference) => $"{Batch(reference)}/cancel";

    /// <summary>Where one payment is taken out of a batch.</summary>
    public static string TakeOut(string reference) => $"{Batch(reference)}/take-out";

    /// <summary>The file for the bank, as <c>xml</c> or <c>csv</c>.</summary>
    public static string File(string reference, string form) => $"{Batch(reference)}/file.{form}";

    /// <summary>One imported file: what it will do, or did.</summary>
    public static string Statement(long id) => FormattableString.Invariant($"{Statements}/{id}");

    /// <summary>Where the columns of a CSV are chosen.</summary>
    public static string Columns(long id) => $"{Statement(id)}/columns";

    /// <summary>Where a statement is booked.</summary>
    public static string Book(long id) => $"{Statement(id)}/book";

    /// <summary>Where a statement that was not booked is dropped.</summary>
    public static string Drop(long id) => $"{Statement(id)}/drop";

    /// <summary>Where one line is cleared by hand.</summary>
    public static string Line(long id) => FormattableString.Invariant($"{Statements}/lines/{id}");

    /// <summary>Where a line that was set aside is taken up again.</summary>
    public static string TakeUp(long id) => $"{Line(id)}/take-up";
}
