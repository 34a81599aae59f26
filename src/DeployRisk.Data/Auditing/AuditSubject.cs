namespace DeployRisk.Data.Auditing;

/// <summary>What something was done to. Stored by name.</summary>
public enum AuditSubject
{
    Organisation,
    Product,
    Assessment,
    Person,
    Invitation,
}
