namespace DeployRisk.Data.Sample;

/// <summary>How much there is of the sample organisation.</summary>
/// <param name="Products">Products that belong to it.</param>
/// <param name="Assessments">Assessments of these products that go with the sample.</param>
/// <param name="People">Its people.</param>
/// <param name="KeptProducts">Products among <paramref name="Products"/> that stay, because somebody made an assessment of them.</param>
/// <param name="KeptAssessments">Assessments of these products that stay: somebody who is not of the sample started or submitted them.</param>
public sealed record SampleContent(int Products, int Assessments, int People, int KeptProducts, int KeptAssessments);
