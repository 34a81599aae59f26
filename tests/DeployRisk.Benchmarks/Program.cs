using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using DeployRisk.Benchmarks.Recommendations;
using DeployRisk.Benchmarks.Scoring;

if (args is ["paths", ..])
{
    PathTimes.Print(Console.Out);
    return 0;
}

// In this process: what is measured here is compared within one run, and no second build has to obey the repository's rules.
var config = DefaultConfig.Instance
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default);
var summaries = BenchmarkSwitcher.FromAssembly(typeof(ScoreCardBenchmark).Assembly).Run(args, config);
return summaries.Any(summary => summary.HasCriticalValidationErrors) ? 1 : 0;
