using GrantsPortal.Platform;

namespace GrantsPortal.Calls;

/// <summary>What a rubric must be before reviewers may score against it.</summary>
public static class RubricRules
{
    /// <summary>Best score a scale may go to.</summary>
    public const int MostScore = 10;

    /// <summary>Most weight one criterion may have.</summary>
    public const int MostWeight = 100;

    /// <summary>
    /// What is wrong: <c>rubric.no-criteria</c>, <c>rubric.too-many</c>, <c>form.key-repeated</c>, and those of each criterion.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(RubricDefinition rubric)
    {
        var wrong = new List<Refusal>();
        if (rubric.Criteria.Count == 0)
        {
            wrong.Add(new Refusal("rubric.no-criteria"));
        }

        if (rubric.Criteria.Count > 20)
        {
            wrong.Add(new Refusal("rubric.too-many", 20));
        }

        wrong.AddRange(rubric.Criteria.CountBy(criterion => criterion.Key).Where(count => count.Value > 1).Select(count => new Refusal("form.key-repeated", count.Key)));
        wrong.AddRange(rubric.Criteria.SelectMany(Check));
        return wrong;
    }

    /// <summary>
    /// What is wrong with one criterion: <c>criterion.title-missing</c>, <c>criterion.weight</c>, <c>criterion.scale</c>, <c>criterion.guidance-long</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Criterion criterion)
    {
        if (criterion.Title.IsEmpty)
        {
            return [new Refusal("criterion.title-missing").At("Title")];
        }

        var wrong = new List<Refusal>();
        if (criterion.Weight is not (>= 1 and <= MostWeight))
        {
            wrong.Add(new Refusal("criterion.weight", criterion.Title.ToString(), MostWeight).At("Weight"));
        }

        if (criterion.MaxScore is not (>= 1 and <= MostScore))
        {
            wrong.Add(new Refusal("criterion.scale", criterion.Title.ToString(), MostScore).At("MaxScore"));
        }

        if (criterion.Guidance.Count > criterion.MaxScore + 1)
        {
            wrong.Add(new Refusal("criterion.guidance-long", criterion.Title.ToString()).At("Guidance"));
        }

        return wrong;
    }
}
