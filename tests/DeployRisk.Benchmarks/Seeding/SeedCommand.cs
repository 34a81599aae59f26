using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace DeployRisk.Benchmarks.Seeding;

/// <summary><c>seed DIRECTORY --assessments 100000 --products 50</c></summary>
internal static class SeedCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("DIRECTORY") { Description = "The data directory to make the database in." };
        var assessments = new Option<int>("--assessments") { Description = "Submitted assessments.", DefaultValueFactory = _ => 1000 };
        var products = new Option<int>("--products") { Description = "Products to spread them over.", DefaultValueFactory = _ => 50 };
        var command = new Command("seed", "Makes a database with many assessments.") { directory, assessments, products };
        command.SetAction(async (parsed, _) =>
        {
            var size = new SeedSize(parsed.GetValue(assessments), parsed.GetValue(products));
            var started = Stopwatch.GetTimestamp();
            await Seeder.RunAsync(parsed.GetRequiredValue(directory), size, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
            await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{size.Assessments} assessments of {size.Products} products in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s; sign in as {Seeded.EmailOf(0)}, \"{Seeded.Password}\""));
        });
        return command;
    }
}
