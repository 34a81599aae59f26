using System.Net;

namespace DeployRisk.Web.Tests.Running;

/// <summary>How people come to an account.</summary>
internal static class Joining
{
    public const string InvitePage = "/admin/people/invite";

    /// <summary>The address that an administrator would send to somebody.</summary>
    public static async Task<string> InviteAsync(this Visitor administrator, string email)
    {
        var page = await Visitor.DocumentAsync(await administrator.SubmitAsync(InvitePage, new Dictionary<string, string> { ["Form.Email"] = email }));
        return new Uri(page.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;
    }

    /// <summary>Somebody who was invited and is signed in; their name is what stands before the @.</summary>
    public static async Task<Visitor> JoinAsync(this RunningApp app, Visitor administrator, string email)
    {
        var visitor = app.Visit();
        Assert.Equal(HttpStatusCode.Found, (await visitor.SubmitAsync(await administrator.InviteAsync(email), Answers(email.Split('@')[0]))).StatusCode);
        return visitor;
    }

    public static Dictionary<string, string> Answers(string name) => new()
    {
        ["Form.Name"] = name,
        ["Form.Password"] = SetUpAnswers.Password,
        ["Form.PasswordAgain"] = SetUpAnswers.Password,
    };
}
