using System.Text.RegularExpressions;
using DeployRisk.Data.Auditing;
using DeployRisk.Data.Stores.Audit;
using DeployRisk.Data.Stores.People;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Scoring;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Audit;

/// <summary>Records of the audit trail as sentences, and kinds of records as names.</summary>
public static partial class AuditWords
{
    /// <summary>What was done, by whom and to what, in one sentence.</summary>
    public static string Sentence(this IStringLocalizer<AuditTexts> texts, AuditEntry entry)
    {
        var who = texts.Name(entry.By.Name);
        var whom = entry.SubjectName.Length > 0 ? entry.SubjectName : texts["SomebodyElse"];
        var what = entry.Details ?? (entry.Unnamed is null ? texts["Hidden"] : $"{texts["SomebodyElse"].Value} {entry.Unnamed}".Trim());
        return entry.Action switch
        {
            AuditAction.OrganisationSetUp => texts["SaidOrganisationSetUp", who, what],
            AuditAction.ProductCreated => texts["SaidProductCreated", who, what],
            AuditAction.ProductRenamed => texts["SaidProductRenamed", who, Arrow(what)],
            AuditAction.AssessmentStarted => texts["SaidAssessmentStarted", who, what],
            AuditAction.ReleaseChanged => texts["SaidReleaseChanged", who, Arrow(what)],
            AuditAction.AssessmentSubmitted => texts["SaidAssessmentSubmitted", who, texts.Verdict(what)],
            AuditAction.AssessmentWithdrawn => texts["SaidAssessmentWithdrawn", who, what],
            AuditAction.DraftDiscarded => texts["SaidDraftDiscarded", who, what],
            AuditAction.SampleAdded => texts["SaidSampleAdded", who],
            AuditAction.SampleRemoved => texts["SaidSampleRemoved", who],
            AuditAction.PersonInvited => entry.Unnamed is null ? texts.Invited(who, what) : texts.Invited(who, texts["SomebodyElse"], entry.Unnamed),
            AuditAction.InvitationRevoked => texts["SaidInvitationRevoked", who, what],
            AuditAction.PersonJoined => texts["SaidPersonJoined", who],
            AuditAction.RolesChanged => texts.Roles(who, whom, what),
            AuditAction.PersonAdmitted => texts["SaidPersonAdmitted", who, ProviderAccounts.Way, texts.RoleNames(ProviderWords.OfProvider(what) ?? what)],
            AuditAction.ProviderLinked => texts["SaidProviderLinked", who, ProviderAccounts.Way],
            AuditAction.PersonDisabled => texts["SaidPersonDisabled", who, whom],
            AuditAction.PersonEnabled => texts["SaidPersonEnabled", who, whom],
            AuditAction.PersonRenamed => texts["SaidPersonRenamed", who, entry.Details is null ? texts["HiddenName"] : Arrow(what)],
            AuditAction.PersonErased => entry.By.Id.Value == entry.SubjectId ? texts["SaidPersonLeft", who] : texts["SaidPersonErased", who, whom],
            AuditAction.OwnDataExported => texts["SaidOwnDataExported", who],
            AuditAction.MemberChanged => texts.Member(who, what),
            AuditAction.ProductRestricted => texts["SaidProductRestricted", who],
            AuditAction.ProductOpened => texts["SaidProductOpened", who],
            AuditAction.SignedIn when what == ProviderAccounts.Way => texts["SaidSignedInBy", who, ProviderAccounts.Way],
            AuditAction.SignedIn => texts["SaidSignedIn", who],
            AuditAction.SignInRefused when ProviderWords.OfProvider(what) is { } refused => texts.ProviderRefused(whom, entry.SubjectName.Length > 0, refused),
            AuditAction.SignInRefused => texts["SaidSignInRefused", whom],
            AuditAction.PasswordChanged => texts["SaidPasswordChanged", who],
            AuditAction.PasswordLinkMade => texts["SaidPasswordLinkMade", who, whom],
            AuditAction.PasswordLinkAsked => texts["SaidPasswordLinkAsked", whom],
            AuditAction.LinkMailed => texts["SaidLinkMailed", who, what],
            AuditAction.LinkNotMailed => texts["SaidLinkNotMailed", who, what],
            AuditAction.SecondFactorTurnedOn => texts["SaidSecondFactorTurnedOn", who],
            AuditAction.SecondFactorTurnedOff => texts["SaidSecondFactorTurnedOff", who],
            AuditAction.SecondFactorReset => texts["SaidSecondFactorReset", who, whom],
            AuditAction.RecoveryCodesMade => texts["SaidRecoveryCodesMade", who],
            AuditAction.SignedOutEverywhere => texts["SaidSignedOutEverywhere", who],
            AuditAction.PasskeyAdded => texts["SaidPasskeyAdded", who, entry.Details ?? texts["HiddenName"]],
            AuditAction.PasskeyRemoved => texts["SaidPasskeyRemoved", who, entry.Details ?? texts["HiddenName"]],
            AuditAction.AuditExported => texts["SaidAuditExported", who, what],
            AuditAction.AssessmentExported => texts["SaidAssessmentExported", who, what],
            _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Action, "A record without a sentence."),
        };
    }

    /// <summary>The name of a kind of records, for the filter.</summary>
    public static string Kind(this IStringLocalizer<AuditTexts> texts, AuditAction action) => action switch
    {
        AuditAction.OrganisationSetUp => texts["KindOrganisationSetUp"],
        AuditAction.ProductCreated => texts["KindProductCreated"],
        AuditAction.ProductRenamed => texts["KindProductRenamed"],
        AuditAction.AssessmentStarted => texts["KindAssessmentStarted"],
        AuditAction.ReleaseChanged => texts["KindReleaseChanged"],
        AuditAction.AssessmentSubmitted => texts["KindAssessmentSubmitted"],
        AuditAction.AssessmentWithdrawn => texts["KindAssessmentWithdrawn"],
        AuditAction.DraftDiscarded => texts["KindDraftDiscarded"],
        AuditAction.SampleAdded => texts["KindSampleAdded"],
        AuditAction.SampleRemoved => texts["KindSampleRemoved"],
        AuditAction.PersonInvited => texts["KindPersonInvited"],
        AuditAction.InvitationRevoked => texts["KindInvitationRevoked"],
        AuditAction.PersonJoined => texts["KindPersonJoined"],
        AuditAction.RolesChanged => texts["KindRolesChanged"],
        AuditAction.PersonAdmitted => texts["KindPersonAdmitted"],
        AuditAction.ProviderLinked => texts["KindProviderLinked"],
        AuditAction.PersonDisabled => texts["KindPersonDisabled"],
        AuditAction.PersonEnabled => texts["KindPersonEnabled"],
        AuditAction.PersonRenamed => texts["KindPersonRenamed"],
        AuditAction.PersonErased => texts["KindPersonErased"],
        AuditAction.OwnDataExported => texts["KindOwnDataExported"],
        AuditAction.MemberChanged => texts["KindMemberChanged"],
        AuditAction.ProductRestricted => texts["KindProductRestricted"],
        AuditAction.ProductOpened => texts["KindProductOpened"],
        AuditAction.SignedIn => texts["KindSignedIn"],
        AuditAction.SignInRefused => texts["KindSignInRefused"],
        AuditAction.PasswordChanged => texts["KindPasswordChanged"],
        AuditAction.PasswordLinkMade => texts["KindPasswordLinkMade"],
        AuditAction.PasswordLinkAsked => texts["KindPasswordLinkAsked"],
        AuditAction.LinkMailed => texts["KindLinkMailed"],
        AuditAction.LinkNotMailed => texts["KindLinkNotMailed"],
        AuditAction.SecondFactorTurnedOn => texts["KindSecondFactorTurnedOn"],
        AuditAction.SecondFactorTurnedOff => texts["KindSecondFactorTurnedOff"],
        AuditAction.SecondFactorReset => texts["KindSecondFactorReset"],
        AuditAction.RecoveryCodesMade => texts["KindRecoveryCodesMade"],
        AuditAction.SignedOutEverywhere => texts["KindSignedOutEverywhere"],
        AuditAction.PasskeyAdded => texts["KindPasskeyAdded"],
        AuditAction.PasskeyRemoved => texts["KindPasskeyRemoved"],
        AuditAction.AuditExported => texts["KindAuditExported"],
        AuditAction.AssessmentExported => texts["KindAssessmentExported"],
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "A kind without a name."),
    };

    private static string Name(this IStringLocalizer<AuditTexts> texts, string name) => name.Length > 0 ? name : texts["Somebody"];

    private static string Arrow(string change) => change.Replace(" > ", " → ", StringComparison.Ordinal);

    /// <summary>"4.2.0: Go" in the reader's words.</summary>
    private static string Verdict(this IStringLocalizer<AuditTexts> texts, string details) =>
        details.LastIndexOf(": ", StringComparison.Ordinal) is > 0 and var end && Enum.TryParse<Verdict>(details[(end + 2)..], out var verdict)
            ? texts["WithVerdict", details[..end], verdict switch
            {
                Domain.Scoring.Verdict.Go => texts["Go"],
                Domain.Scoring.Verdict.Conditional => texts["Conditional"],
                _ => texts["NoGo"],
            }]
            : details;

    /// <summary>"Administrator, Coach > -" in the reader's words.</summary>
    private static string Roles(this IStringLocalizer<AuditTexts> texts, string who, string whom, string details) =>
        (ProviderWords.OfProvider(details) ?? details).Split(" > ") is [var before, var now]
            ? ProviderWords.OfProvider(details) is null
                ? texts["SaidRolesChanged", who, whom, texts.RoleNames(before), texts.RoleNames(now)]
                : texts["SaidRolesFollowed", whom, ProviderAccounts.Way, texts.RoleNames(before), texts.RoleNames(now)]
            : texts["SaidRolesChanged", who, whom, details, ""];

    /// <summary>"bob@example.org Administrator Coach" in the reader's words.</summary>
    private static string Invited(this IStringLocalizer<AuditTexts> texts, string who, string details) =>
        texts.Invited(who, details.Split(' ')[0], string.Join(' ', details.Split(' ')[1..]));

    private static string Invited(this IStringLocalizer<AuditTexts> texts, string who, string whom, string roles) => roles.Length > 0
        ? texts["SaidPersonInvitedAs", who, whom, texts.RoleNames(roles.Replace(" ", ", ", StringComparison.Ordinal))]
        : texts["SaidPersonInvited", who, whom];

    private static string RoleNames(this IStringLocalizer<AuditTexts> texts, string roles) => roles == "-"
        ? texts["RoleMember"]
        : string.Join(", ", roles.Split(", ").Select(role => Enum.TryParse<OrganisationRole>(role, out var known)
            ? known switch
            {
                OrganisationRole.Administrator => texts["RoleAdministrator"],
                OrganisationRole.Manager => texts["RoleManager"],
                _ => texts["RoleCoach"],
            }
            : role));

    /// <summary>"Ada Byron Viewer > Contributor" in the reader's words.</summary>
    private static string Member(this IStringLocalizer<AuditTexts> texts, string who, string details) => MemberChange().Match(details) switch
    {
        { Success: true, Groups: [_, var name, { Value: "-" }, var now] } => texts["SaidMemberAdded", who, name.Value, texts.MemberRole(now.Value)],
        { Success: true, Groups: [_, var name, var before, { Value: "-" }] } => texts["SaidMemberRemoved", who, name.Value, texts.MemberRole(before.Value)],
        { Success: true, Groups: [_, var name, var before, var now] } => texts["SaidMemberMoved", who, name.Value, texts.MemberRole(before.Value), texts.MemberRole(now.Value)],
        _ => texts["SaidMemberMoved", who, details, "", ""],
    };

    private static string MemberRole(this IStringLocalizer<AuditTexts> texts, string role) => role switch
    {
        nameof(ProductRole.Viewer) => texts["RoleViewer"],
        nameof(ProductRole.Contributor) => texts["RoleContributor"],
        nameof(ProductRole.Owner) => texts["RoleOwner"],
        _ => role,
    };

    [GeneratedRegex(@"^(.*) (\S+) > (\S+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex MemberChange();
}
