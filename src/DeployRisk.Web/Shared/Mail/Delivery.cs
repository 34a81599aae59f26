namespace DeployRisk.Web.Shared.Mail;

/// <summary>How a link goes to somebody.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>The mail server has it.</summary>
    public sealed record Mailed : Delivery;

    /// <param name="Link">The whole address, to be sent by whoever made it.</param>
    /// <param name="MailFailed">Whether it was to be mailed.</param>
    public sealed record ByHand(string Link, bool MailFailed) : Delivery;
}
