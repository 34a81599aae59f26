using DeployRisk.Web.Hosting;

return await StartUp.RunAsync(async () =>
{
    // Its files are beside the program, whatever folder it is started from.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddDeployRisk();
    await using var app = builder.Build();
    app.UseDeployRisk();
    await app.StartAndWaitAsync();
});
