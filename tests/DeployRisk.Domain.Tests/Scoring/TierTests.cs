using DeployRisk.Domain.Scoring;
using DeployRisk.Domain.Tests.Builders;

namespace DeployRisk.Domain.Tests.Scoring;

public sealed class TierTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(2, 0, 0, 0, 0, 2)]
    [InlineData(0, 4, 0, 0, 0, 1)] // reach raises criticality by one step at most
    [InlineData(2, 4, 0, 0, 0, 3)]
    [InlineData(3, 1, 0, 0, 0, 3)]
    [InlineData(1, 1, 3, 0, 0, 2)]
    [InlineData(1, 1, 0, 3, 0, 2)]
    [InlineData(1, 1, 0, 0, 4, 2)]
    [InlineData(1, 1, 4, 4, 4, 2)] // together they raise it by one
    [InlineData(1, 1, 2, 2, 2, 1)]
    [InlineData(4, 4, 4, 4, 4, 4)]
    public void TierOf_Context_FollowsTheRule(int criticality, int reach, int size, int reversibility, int novelty, int tier)
    {
        var context = Sheet.Context(("CTX-1", criticality), ("CTX-2", reach), ("CTX-5", size), ("CTX-6", reversibility), ("CTX-7", novelty));

        Assert.Equal(tier, InherentRisk.TierOf(QuestionnaireBuilder.DefaultRules, context));
    }

    [Fact]
    public void TierOf_MissingContext_CountsAs0() =>
        Assert.Equal(0, InherentRisk.TierOf(QuestionnaireBuilder.DefaultRules, Sheet.Context()));
}
