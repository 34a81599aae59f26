using System.Globalization;
using DeployRisk.Benchmarks.Seeding;
using DeployRisk.TestKit.Databases;
using DeployRisk.TestKit.Servers;

namespace DeployRisk.Benchmarks.Pages;

/// <summary>Pages with lists from a small and a large database, by turns, so that both meet the same moods of the machine.</summary>
internal static class PageTimes
{
    private const int Readings = 200;
    private const int ForWarmUp = 50;
    private static readonly SeedSize Small = new(1000);
    private static readonly SeedSize Large = new(100_000);

    public static async Task PrintAsync(TextWriter output)
    {
        using var program = new TemporaryDirectory();
        using var smallData = new TemporaryDirectory();
        using var largeData = new TemporaryDirectory();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var published = await AppProgram.PublishAsync(program.Path);
        var slug = (await Seeder.RunAsync(smallData.Path, Small, today)).Slug;
        await Seeder.RunAsync(largeData.Path, Large, today);
        await using var smallApp = await AppProcess.StartAsync(published, smallData.Path);
        await using var largeApp = await AppProcess.StartAsync(published, largeData.Path);
        using var small = await Reader.SignInAsync(smallApp.Address);
        using var large = await Reader.SignInAsync(largeApp.Address);
        foreach (var path in new[] { $"/products/{slug}", "/products", "/" })
        {
            await output.WriteLineAsync(await CompareAsync(path, small, large));
        }
    }

    private static async Task<string> CompareAsync(string path, Reader small, Reader large)
    {
        var (few, many) = (new List<double>(), new List<double>());
        var (shorter, longer) = (0, 0);
        for (var reading = 0; reading < ForWarmUp + Readings; reading++)
        {
            (var milliseconds, shorter) = await small.ReadAsync(path);
            few.Add(milliseconds);
            (milliseconds, longer) = await large.ReadAsync(path);
            many.Add(milliseconds);
        }

        var (before, after) = (new Distribution(few.Skip(ForWarmUp)), new Distribution(many.Skip(ForWarmUp)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {path}: {after.Median / before.Median:0.00} times
              {Small.Assessments} assessments: {before}, {shorter / 1000.0:0} KB
              {Large.Assessments} assessments: {after}, {longer / 1000.0:0} KB
            """);
    }
}
