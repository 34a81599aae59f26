using DeployRisk.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data;

/// <summary>The one model of both databases; each has an empty context of its own below this one, with its migrations.</summary>
public abstract class DeployRiskDbContext(DbContextOptions options)
    : IdentityDbContext<ApplicationUser, IdentityRole<Guid>, Guid>(options);
