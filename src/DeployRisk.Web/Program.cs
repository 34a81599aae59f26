using DeployRisk.Web.Hosting;

return await StartUp.RunAsync(async () =>
{
    using var demo = Demo.AskedForBy(args);

    // Its files are beside the program, whatever folder it is started from.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. demo?.OtherArguments ?? args], ContentRootPath = AppContext.BaseDirectory });
    builder.AddDeployRisk(demo);
    await using var app = builder.Build();
    app.UseDeployRisk();
    await app.StartAndWaitAsync();
});
