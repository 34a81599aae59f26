using System.Reflection;
using System.Text.RegularExpressions;
using DeployRisk.Data;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Architecture;

/// <summary>The rules of docs/architecture.md about who may know whom.</summary>
public sealed partial class ArchitectureTests
{
    [Fact]
    public void Domain_KnowsNothingButTheFramework() =>
        Assert.All(References(typeof(Questionnaire).Assembly), name => Assert.StartsWith("System", name, StringComparison.Ordinal));

    [Fact]
    public void Domain_HasNoPackage() =>
        Assert.DoesNotContain("PackageReference", File.ReadAllText(Path.Combine(Repository.Web, "..", "DeployRisk.Domain", "DeployRisk.Domain.csproj")), StringComparison.Ordinal);

    [Fact]
    public void Data_KnowsTheDomainAlone() =>
        Assert.Equal(["DeployRisk.Domain"], Ours(typeof(DataOptions).Assembly));

    [Fact]
    public void Web_KnowsDataAndDomain() =>
        Assert.Equal(["DeployRisk.Data", "DeployRisk.Domain"], Ours(typeof(Program).Assembly));

    [Fact]
    public void Cli_KnowsTheDomainAlone() =>
        Assert.Equal(["DeployRisk.Domain"], Ours(Assembly.Load("deployrisk")));

    [Fact]
    public void FeaturesAndApi_NameNoTypeOfEntityFramework() =>
        Assert.DoesNotContain(
            Repository.WebFiles(".cs", ".razor").Where(path => IsIn("Features", path) || IsIn("Api", path)),
            path => EntityFramework().IsMatch(Repository.Read(path)));

    [Fact]
    public void Serilog_IsNamedInHostingAlone() =>
        Assert.DoesNotContain(
            Repository.WebFiles(".cs", ".razor").Where(path => !IsIn("Hosting", path)),
            path => Repository.Read(path).Contains("Serilog", StringComparison.Ordinal));

    private static bool IsIn(string folder, string path) => path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static IEnumerable<string> Ours(Assembly assembly) =>
        References(assembly).Where(name => name.StartsWith("DeployRisk", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    [GeneratedRegex(@"EntityFrameworkCore|\bDbContext\b|DeployRiskDbContext|\bDbSet<|DeployRisk\.Data\.Tables")]
    private static partial Regex EntityFramework();
}
