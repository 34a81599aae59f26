using System.Globalization;
using DeployRisk.Data.Auditing;
using DeployRisk.Data.Stores;
using DeployRisk.Data.Stores.Audit;
using DeployRisk.Domain.Assessments;
using DeployRisk.Web.Features.Audit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Tests.Audit;

/// <summary>Records of the audit trail in words of both languages.</summary>
public sealed class AuditWordsTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    private IStringLocalizer<AuditTexts> Texts => _services.GetRequiredService<IStringLocalizer<AuditTexts>>();

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = _before;
        _services.Dispose();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void EveryKind_HasANameAndASentenceOfItsOwn(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var kinds = Enum.GetValues<AuditAction>();

        Assert.Equal(kinds.Length, kinds.Select(Texts.Kind).Distinct().Count());
        Assert.Equal(kinds.Length, kinds.Select(kind => Texts.Sentence(Entry(kind, "4.2.0"))).Distinct().Count());
        Assert.All(kinds, kind => Assert.Contains("Ada", Texts.Sentence(Entry(kind, "4.2.0")), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", AuditAction.AssessmentSubmitted, "4.2.0: hotfix: NoGo", "Ada submitted an assessment: 4.2.0: hotfix (No-go)")]
    [InlineData("fr", AuditAction.AssessmentSubmitted, "4.2.0: Conditional", "Ada a soumis une évaluation : 4.2.0 (Go sous conditions)")]
    [InlineData("en", AuditAction.MemberChanged, "Bob Baker - > Contributor", "Ada made Bob Baker a member: contributor")]
    [InlineData("fr", AuditAction.MemberChanged, "Bob > Baker Owner > Viewer", "Ada a modifié un rôle : Bob > Baker, responsable → lecteur")]
    [InlineData("en", AuditAction.MemberChanged, "Bob Baker Owner > -", "Ada took Bob Baker out of the members (was owner)")]
    [InlineData("en", AuditAction.RolesChanged, "Administrator, Coach > -", "Ada changed the roles of Ada: administrator, coach → member")]
    [InlineData("en", AuditAction.PersonInvited, "bob@example.org Manager", "Ada invited bob@example.org: manager")]
    [InlineData("en", AuditAction.PersonInvited, "bob@example.org Administrator Coach", "Ada invited bob@example.org: administrator, coach")]
    [InlineData("en", AuditAction.PersonRenamed, "Ada > Ada King", "Ada changed their name: Ada → Ada King")]
    [InlineData("en", AuditAction.ProductRenamed, "Ledger > Books", "Ada changed the product: Ledger → Books")]
    public void Details_AreSaidInTheReadersWords(string language, AuditAction action, string details, string said)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Assert.Equal(said, Texts.Sentence(Entry(action, details)).Replace('\u00a0', ' '));
    }

    [Fact]
    public void WhatTheReaderMayNotRead_IsSaidToBeHidden()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        Assert.Equal("Ada started an assessment: a release that you cannot read", Texts.Sentence(Entry(AuditAction.AssessmentStarted, null)));
    }

    [Theory]
    [InlineData("en", AuditAction.MemberChanged, "- > Contributor", "Former member made a former member a member: contributor")]
    [InlineData("fr", AuditAction.MemberChanged, "Owner > -", "Ancien membre a retiré un ancien membre des membres (rôle précédent : responsable)")]
    [InlineData("en", AuditAction.PersonInvited, "Administrator Coach", "Former member invited a former member: administrator, coach")]
    [InlineData("en", AuditAction.InvitationRevoked, "", "Former member took back the invitation of a former member")]
    [InlineData("fr", AuditAction.PersonRenamed, "", "Ancien membre a changé de nom : (nom effacé)")]
    [InlineData("en", AuditAction.PersonDisabled, "", "Former member disabled the account of a former member")]
    public void WhoeverIsErased_IsAFormerMember(string language, AuditAction action, string unnamed, string said)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var entry = Entry(action, null);

        Assert.Equal(said, Texts.Sentence(entry with { By = new Person(entry.By.Id, ""), SubjectName = "", Unnamed = unnamed }).Replace('\u00a0', ' '));
    }

    private static AuditEntry Entry(AuditAction action, string? details) => new(
        1, Guid.Empty, DateTimeOffset.UnixEpoch, new Person(new UserId(Guid.Empty), "Ada"), action, AuditSubject.Person, Guid.Empty, "Ada", null, null, null, details, "", "");
}
