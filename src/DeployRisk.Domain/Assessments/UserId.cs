namespace DeployRisk.Domain.Assessments;

/// <summary>The id of a person who has an account.</summary>
public readonly record struct UserId(Guid Value)
{
    /// <summary>A new id made at the given time.</summary>
    public static UserId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public override string ToString() => Value.ToString();
}
