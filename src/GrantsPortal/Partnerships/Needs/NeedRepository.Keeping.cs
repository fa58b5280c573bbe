using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Needs;

/// <summary>How needs and concerns are written down and moved.</summary>
public static partial class NeedRepository
{
    /// <summary>Adds one.</summary>
    public static Task Insert(UnitOfWork work, Need need) =>
        work.Execute(
            """
            INSERT INTO Need (Id, OrganisationId, EngagementId, Kind, Words, Theme, District, Seriousness, Status, RaisedOn, CreatedAt, CreatedBy, Version)
            VALUES (@Id, @OrganisationId, @EngagementId, @Kind, @Words, @Theme, @District, @Seriousness, @Status, @RaisedOn, @now, @by, 1)
            """,
            new
            {
                need.Id,
                need.OrganisationId,
                need.EngagementId,
                need.Kind,
                need.Words,
                need.Theme,
                need.District,
                need.Seriousness,
                need.Status,
                need.RaisedOn,
                now = work.Now,
                by = work.Actor.Person,
            });

    /// <summary>Changes what was noted; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, Need need, int version) =>
        work.Guarded(
            """
            UPDATE Need
            SET Kind = @Kind, Words = @Words, Theme = @Theme, District = @District, Seriousness = @Seriousness, Version = Version + 1
            WHERE Id = @Id AND Version = @version
            """,
            new { need.Id, need.Kind, need.Words, need.Theme, need.District, need.Seriousness, version });

    /// <summary>Moves one to a status and notes whether the partner is told; false when somebody was quicker.</summary>
    public static Task<bool> Move(UnitOfWork work, Need need, NeedStatus to, bool tell, int version) =>
        work.Guarded(
            """
            UPDATE Need
            SET Status = @to, EndedAt = @ended, ToldAt = CASE WHEN @tell = 1 THEN @now ELSE ToldAt END, Version = Version + 1
            WHERE Id = @Id AND Status = @Status AND Version = @version
            """,
            new { need.Id, need.Status, to, tell, now = work.Now, ended = to is NeedStatus.Done or NeedStatus.NotPossible ? need.EndedAt ?? work.Now : (DateTimeOffset?)null, version });

    /// <summary>Adds what was said.</summary>
    public static Task Say(UnitOfWork work, long need, NeedStatus status, string words, bool told) =>
        work.Execute(
            "INSERT INTO NeedReply (Id, NeedId, Status, Words, Told, SaidAt, SaidBy) VALUES (@id, @need, @status, @words, @told, @now, @by)",
            new { id = work.NewId(), need, status, words, told, now = work.Now, by = work.Actor.Person });
}
