using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Sample;

/// <summary>An assessment as the domain left it.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Result">What its submission gave; null for a draft.</param>
/// <param name="LastEdited">Who changed it last, and when.</param>
internal sealed record PlayedAssessment(Assessment Assessment, AssessmentResult? Result, Moment LastEdited);
