using System.Runtime.CompilerServices;
using DeployRisk.Data.Tables;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DeployRisk.Data.Stores;

/// <summary>
/// What is asked at each change of one question, as compiled queries: finding the plan of a query costs a multiple of what SQLite
/// needs to answer these. A compiled query belongs to one model, so each model has its own.
/// </summary>
internal sealed class CompiledQueries
{
    private static readonly ConditionalWeakTable<IModel, CompiledQueries> ByModel = [];

    private readonly Func<DeployRiskDbContext, AssessmentId, Task<AssessmentRow?>> _assessment =
        EF.CompileAsyncQuery((DeployRiskDbContext context, AssessmentId id) => context.Assessments.SingleOrDefault(row => row.Id == id));

    private readonly Func<DeployRiskDbContext, AssessmentId, string, Task<AnswerRow?>> _answer =
        EF.CompileAsyncQuery((DeployRiskDbContext context, AssessmentId id, string questionId) =>
            context.Answers.SingleOrDefault(row => row.AssessmentId == id && row.QuestionId == questionId));

    private readonly Func<DeployRiskDbContext, Guid, IAsyncEnumerable<string?>> _roles =
        EF.CompileAsyncQuery((DeployRiskDbContext context, Guid who) =>
            from user in context.Users
            where user.Id == who && user.DisabledAt == null
            from given in context.UserRoles.Where(given => given.UserId == user.Id).DefaultIfEmpty()
            from role in context.Roles.Where(role => role.Id == given!.RoleId).DefaultIfEmpty()
            select role!.Name);

    private readonly Func<DeployRiskDbContext, ProductId, Guid, Task<ProductStanding?>> _standing =
        EF.CompileAsyncQuery((DeployRiskDbContext context, ProductId product, Guid who) =>
            context.Products
                .Where(row => row.Id == product)
                .Select(row => new ProductStanding(
                    row.IsRestricted, row.Members.Where(member => member.PersonId == who).Select(member => (ProductRole?)member.Role).SingleOrDefault()))
                .SingleOrDefault());

    private CompiledQueries()
    {
    }

    public static CompiledQueries Of(DeployRiskDbContext context) => ByModel.GetValue(context.Model, _ => new CompiledQueries());

    /// <summary>The assessment with its answers to these questions and no others, tracked; null when there is none.</summary>
    public async Task<AssessmentRow?> QuestionsAsync(DeployRiskDbContext context, AssessmentId id, IReadOnlyList<string> questionIds)
    {
        var assessment = await _assessment(context, id);
        foreach (var questionId in questionIds)
        {
            // The context puts it among the answers of the assessment that it tracks.
            await _answer(context, id, questionId);
        }

        return assessment;
    }

    /// <summary>The names of an account's roles; null when there is no account that may be used.</summary>
    public async Task<IReadOnlyList<string>?> RolesAsync(DeployRiskDbContext context, UserId who, CancellationToken cancellationToken)
    {
        var rows = await _roles(context, who.Value).ToListAsync(cancellationToken);
        return rows.Count == 0 ? null : [.. rows.OfType<string>()];
    }

    /// <summary>What a product is to somebody; null when there is no such product.</summary>
    public Task<ProductStanding?> StandingAsync(DeployRiskDbContext context, ProductId product, UserId who) => _standing(context, product, who.Value);
}
