using DeployRisk.Data.Identity;
using DeployRisk.Data.Tables;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;

namespace DeployRisk.Data.Auditing;

/// <summary>Notes deeds in the context that does them, so that both are kept or neither is.</summary>
internal static class AuditTrail
{
    public static void Note(this DeployRiskDbContext context, AuditAction action, ProductId product, Moment done, string details) =>
        Note(context, action, AuditSubject.Product, product.Value, done, details, product);

    public static void Note(this DeployRiskDbContext context, AuditAction action, Assessment assessment, Moment done, string details) =>
        Note(context, action, AuditSubject.Assessment, assessment.Id.Value, done, details, assessment.ProductId);

    public static void NoteSetUp(this DeployRiskDbContext context, Moment done, string organisation) =>
        Note(context, AuditAction.OrganisationSetUp, AuditSubject.Organisation, Guid.Empty, done, organisation);

    public static void NoteSample(this DeployRiskDbContext context, AuditAction action, Moment done, string details) =>
        Note(context, action, AuditSubject.Organisation, Guid.Empty, done, details);

    public static void NoteAuditExport(this DeployRiskDbContext context, Moment done, string which) =>
        Note(context, AuditAction.AuditExported, AuditSubject.Organisation, Guid.Empty, done, which);

    public static void NotePerson(this DeployRiskDbContext context, AuditAction action, UserId person, Moment done, string details) =>
        Note(context, action, AuditSubject.Person, person.Value, done, details);

    public static void NoteInvitation(this DeployRiskDbContext context, AuditAction action, Guid invitation, Moment done, string details) =>
        Note(context, action, AuditSubject.Invitation, invitation, done, details);

    /// <summary>Somebody's role in a product, before and now; null is none.</summary>
    public static void NoteMember(
        this DeployRiskDbContext context, ProductId product, Moment done, ApplicationUser person, ProductRole? before, ProductRole? now) =>
        Note(context, AuditAction.MemberChanged, AuditSubject.Person, person.Id, done, $"{person.DisplayName} {before?.ToString() ?? "-"} > {now?.ToString() ?? "-"}", product);

    private static void Note(
        DeployRiskDbContext context, AuditAction action, AuditSubject subject, Guid id, Moment done, string details, ProductId? product = null) =>
        context.Audit.Add(new AuditRow
        {
            Id = Guid.CreateVersion7(done.At),
            At = done.At,
            By = done.By,
            Action = action,
            Subject = subject,
            SubjectId = id,
            Product = product,
            Origin = AuditOrigin.Current,
            Details = details,
        });
}
