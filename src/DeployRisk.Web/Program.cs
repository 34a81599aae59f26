using DeployRisk.Web.Hosting;

return await StartUp.RunAsync(async () =>
{
    var audit = AuditCommand.AskedForBy(args);
    using var demo = Demo.AskedForBy(args);

    // Its files are beside the program, whatever folder it is started from.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. audit?.OtherArguments ?? demo?.OtherArguments ?? args], ContentRootPath = AppContext.BaseDirectory });
    builder.AddDeployRisk(demo);
    await using var app = builder.Build();
    if (audit is not null)
    {
        return await audit.RunAsync(app);
    }

    app.UseDeployRisk();
    await app.StartAndWaitAsync();
    return 0;
});
