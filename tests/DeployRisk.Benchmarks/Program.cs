using System.CommandLine;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using DeployRisk.Benchmarks.Circuits;
using DeployRisk.Benchmarks.Load;
using DeployRisk.Benchmarks.Pages;
using DeployRisk.Benchmarks.Recommendations;
using DeployRisk.Benchmarks.Scoring;
using DeployRisk.Benchmarks.Seeding;

// A word is one of the commands here; options alone are those of BenchmarkDotNet.
if (args is [[not '-', ..], ..])
{
    var commands = new RootCommand("Measures DeployRisk; without a command, BenchmarkDotNet takes the options.")
    {
        CircuitsCommand.Create(),
        HostCommand.Create(),
        LoadCommand.Create(),
        PagesCommand.Create(),
        PathsCommand.Create(),
        SeedCommand.Create(),
    };
    return await commands.Parse(args).InvokeAsync();
}

// In this process: what is measured here is compared within one run, and no second build has to obey the repository's rules.
var config = DefaultConfig.Instance
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
    .AddColumn(StatisticColumn.Min)
    .AddDiagnoser(MemoryDiagnoser.Default);
var summaries = BenchmarkSwitcher.FromAssembly(typeof(ScoreCardBenchmark).Assembly).Run(args, config);
return summaries.Any(summary => summary.HasCriticalValidationErrors) ? 1 : 0;
