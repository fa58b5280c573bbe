namespace GrantsPortal.Partnerships.Access;

/// <summary>A module's part of the page that says which records are kept, on what basis and for how long. Register each with <c>AddSingleton&lt;IKeptRecords, …&gt;()</c>.</summary>
public interface IKeptRecords
{
    /// <summary>Its kinds of record, with the times set now.</summary>
    IReadOnlyList<KeptRecord> Of();
}
