using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Changes;

/// <summary>What has changed about an assessment, told once it is stored to whoever has it open.</summary>
public abstract record AssessmentNews
{
    private AssessmentNews()
    {
    }

    /// <summary>The topic of one assessment.</summary>
    public static Topic<AssessmentNews> Of(AssessmentId id) => new($"assessment {id.Value}");

    /// <summary>The answer, note or evidence of one question changed.</summary>
    /// <param name="Revision">How often the assessment was changed up to and with this: the larger is the later.</param>
    /// <param name="Entry">The question as it stands now.</param>
    public sealed record QuestionChanged(int Revision, AnswerEntry Entry) : AssessmentNews;

    /// <summary>The other risks of one category changed.</summary>
    /// <param name="Revision">How often the assessment was changed up to and with this: the larger is the later.</param>
    /// <param name="CategoryId">The category.</param>
    /// <param name="Risks">The text as it stands now; null when it was removed.</param>
    public sealed record RisksChanged(int Revision, string CategoryId, OtherRisks? Risks) : AssessmentNews;

    /// <summary>More than one answer changed, or the release: it is to be read anew.</summary>
    /// <param name="Revision">How often the assessment was changed up to and with this: the larger is the later.</param>
    public sealed record MuchChanged(int Revision) : AssessmentNews;

    /// <summary>It was submitted or discarded, and cannot be changed any more.</summary>
    public sealed record Ended : AssessmentNews;
}
