using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeployRisk.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SampleOrganisation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsSample",
                table: "Products",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsSample",
                table: "AspNetUsers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsSample",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "IsSample",
                table: "AspNetUsers");
        }
    }
}
