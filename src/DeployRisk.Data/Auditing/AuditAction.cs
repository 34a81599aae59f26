namespace DeployRisk.Data.Auditing;

/// <summary>What can be done that is worth remembering. Stored by name.</summary>
public enum AuditAction
{
    OrganisationSetUp,
    ProductCreated,
    ProductRenamed,
    AssessmentStarted,
    ReleaseChanged,
    AssessmentSubmitted,
    AssessmentWithdrawn,
    DraftDiscarded,
    SampleAdded,
    SampleRemoved,
    PersonInvited,
    InvitationRevoked,
    PersonJoined,
    RolesChanged,
    PersonDisabled,
    PersonEnabled,
    MemberChanged,
    ProductRestricted,
    ProductOpened,
    SignedIn,
    SignInRefused,
    PasswordChanged,
    AuditExported,
    AssessmentExported,
}
