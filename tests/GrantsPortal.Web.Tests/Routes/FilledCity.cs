using System.Text.RegularExpressions;
using GrantsPortal.People;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Routes;

/// <summary>A portal filled with demo data, and its people's browsers.</summary>
public sealed class FilledCity : IDisposable
{
    private readonly Dictionary<string, Visitor> _visitors = [];

    /// <summary>The city.</summary>
    public City City { get; } = new(("Demo:Enabled", "true"));

    /// <summary>Somebody's browser, signed in once; nobody's for an empty name.</summary>
    public async Task<Visitor> As(string account)
    {
        if (!_visitors.TryGetValue(account, out var visitor))
        {
            visitor = _visitors[account] = City.Visitor();
            if (account.Length > 0)
            {
                await visitor.SignIn(new Person { Email = $"{account}@demo.example" });
            }
        }

        return visitor;
    }

    /// <summary>A path with its places filled: <c>{award:Title}</c>, <c>{application:Title}</c>, <c>{report:Title of its award}</c>, <c>{review:account}</c>; <c>{payment:State}</c>, <c>{payee:State}</c>, <c>{batch:State}</c>, <c>{statement:State}</c>, <c>{line:State}</c>, <c>{repayment:State}</c>, <c>{introduction:State}</c>.</summary>
    public async Task<string> Fill(string path)
    {
        if (Regex.Match(path, @"\{(\w+):([^}]+)\}") is not { Success: true } place)
        {
            return path;
        }

        var name = place.Groups[2].Value;
        var found = await City.Read(async work => place.Groups[1].Value switch
        {
            "award" => await work.Scalar<string>("SELECT Reference FROM Award WHERE Title = @name", new { name }),
            "certificate" => await work.Scalar<string>("SELECT MAX(Code) FROM Certificate WHERE CourseTitle = @name", new { name }),
            "over" => await work.Scalar<string>("SELECT MAX(o.Id) FROM Occasion o WHERE o.Title = @name AND EXISTS (SELECT 1 FROM Certificate c WHERE c.OccasionId = o.Id)", new { name }),
            "asked" => await work.Scalar<string>("SELECT MAX(b.Secret) FROM Booking b JOIN Occasion o ON o.Id = b.OccasionId JOIN FeedbackSheet s ON s.BookingId = b.Id AND s.Moment = 'After' WHERE o.Title = @name", new { name }),
            "mail" => await work.Scalar<string>("SELECT MAX(Id) FROM InboundMail WHERE Subject = @name", new { name }),
            "organisation" => await work.Scalar<string>("SELECT Id FROM Organisation WHERE Name = @name", new { name }),
            "run" => await work.Scalar<string>("SELECT MAX(Id) FROM Occasion WHERE Title = @name AND State = 'Published'", new { name }),
            "exercise" => await work.Scalar<string>("SELECT MAX(Reference) FROM Exercise WHERE Title = @name", new { name }),
            "incident" => await work.Scalar<string>("SELECT MAX(Reference) FROM Incident WHERE Title = @name", new { name }),
            "support" => await work.Scalar<string>("SELECT MAX(Reference) FROM FamilySupport WHERE Kind = @name AND Side = 'Asked' AND Reference LIKE 'FS-%'", new { name }),
            "introduction" => await work.Scalar<string>("SELECT MAX(Reference) FROM Introduction WHERE State = @name", new { name }),
            "invitation" => await work.Scalar<string>("SELECT MAX(i.Secret) FROM EventInvitation i JOIN Person p ON p.Id = i.PersonId WHERE p.Email = @email", new { email = name + "@demo.example" }),
            "guest" => await work.Scalar<string>("SELECT MAX(b.Secret) FROM Booking b JOIN BookingNeed n ON n.BookingId = b.Id WHERE b.Email = @email", new { email = name + "@demo.example" }),
            "report" => await work.Scalar<string>("SELECT r.Id FROM Report r JOIN Award a ON a.Id = r.AwardId WHERE a.Title = @name AND r.Number = 1", new { name }),
            "batch" => await work.Scalar<string>("SELECT MAX(Reference) FROM PaymentBatch WHERE State = @name", new { name }),
            "statement" => await work.Scalar<string>("SELECT MAX(Id) FROM BankStatement WHERE State = @name", new { name }),
            "line" => await work.Scalar<string>("SELECT MIN(Id) FROM BankLine WHERE State = @name", new { name }),
            "repayment" => await work.Scalar<string>("SELECT MIN(Reference) FROM Repayment WHERE State = @name", new { name }),
            "payment" => await work.Scalar<string>("SELECT MAX(Reference) FROM Payment WHERE State = @name AND AwardId IS NOT NULL", new { name }),
            "payee" => await work.Scalar<string>("SELECT MAX(Id) FROM PayeeAccount WHERE State = @name AND OrganisationId IS NOT NULL", new { name }),
            "application" => await work.Scalar<string>("SELECT Reference FROM Application WHERE Title = @name", new { name }),
            _ => await work.Scalar<string>("SELECT MIN(r.Id) FROM Review r JOIN Person p ON p.Id = r.ReviewerId WHERE p.Email = @email AND r.State = 'Submitted'", new { email = name + "@demo.example" }),
        });
        Assert.NotNull(found);
        return path.Replace(place.Value, found, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        foreach (var visitor in _visitors.Values)
        {
            visitor.Dispose();
        }

        City.Dispose();
    }
}
