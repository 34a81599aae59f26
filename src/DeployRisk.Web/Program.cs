using DeployRisk.Web.Hosting;

return await StartUp.RunAsync(async () =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddDeployRisk();
    await using var app = builder.Build();
    app.UseDeployRisk();
    await app.StartAndWaitAsync();
});
